import type { Hono } from 'hono';
import { readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, idOf, personOf, securityPath, signedInOf } from '#auth/web.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import type { Person } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import { endOtherSessions } from './security.ts';
import { securityTexts } from './texts.ts';

/** Signs out on another device. */
export async function endOneSession(scope: Scope, actor: Person, sessionId: string): Promise<void> {
  await inTransaction(scope, async (scope) => {
    const ended = await scope.db
      .deleteFrom('auth_sessions')
      .where('id', '=', sessionId)
      .where('user_id', '=', actor.id)
      .executeTakeFirst();
    if (!ended.numDeletedRows) throw new NotFound();
    await recordEnd(scope, actor, 1);
  });
}

const recordEnd = (scope: Scope, actor: Person, count: number) =>
  record(scope, actor, {
    type: 'sign_in.sessions_ended',
    subject: { type: 'sign_in', id: actor.id },
    data: { count },
  });

/** The buttons that sign out elsewhere. */
export function sessionPages(app: Hono<Env>): void {
  app.post(`${securityPath}/sessions/removal`, allow('person'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: securityTexts(c.var.page.language)('sessions.ended_others'),
      again: refuse,
      async work(scope) {
        const count = await endOtherSessions(scope, signedInOf(c));
        if (count > 0) await recordEnd(scope, personOf(c), count);
        return securityPath;
      },
    });
  });

  app.post(`${securityPath}/sessions/:id/removal`, allow('person'), async (c) => {
    const id = idOf(c);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: securityTexts(c.var.page.language)('sessions.ended'),
      again: refuse,
      async work(scope) {
        await endOneSession(scope, personOf(c), id);
        return securityPath;
      },
    });
  });
}

const refuse = () => {
  throw new NotFound();
};
