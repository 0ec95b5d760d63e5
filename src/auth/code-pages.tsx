import type { Hono } from 'hono';
import { z } from 'zod';
import { inTransaction } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { Invalid } from '#lib/errors.ts';
import { line } from '#lib/text.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { uiTexts } from '#ui/ui.ts';
import type { Auth } from './auth.ts';
import { CodePage } from './code-views.tsx';
import { takeCode } from './codes.ts';
import { finish } from './enter.ts';
import { factorsOf } from './factors.ts';
import { parse, readForm } from './form.ts';
import { type Entry, endWait, waitingEntry } from './second-step.ts';
import { countEntry, recordGuessing } from './sign-in.ts';
import { showAgain } from './submit.ts';
import { authTexts } from './texts.ts';
import { forgetTries } from './throttle.ts';
import { allow, type Env, goTo, show, type Web } from './web.ts';

const codeSchema = z.object({ code: line(100) });

/** The second step of signing in: a code of the app, or a recovery code. Nobody has a session before it. */
export function codePages(app: Hono<Env>, auth: Auth): void {
  app.get('/sign-in/code', allow('anyone'), async (c) => {
    const entry = await waitingEntry(c);
    return entry ? show(c, await codePage(c, entry, nothingTyped)) : askAnew(c);
  });

  app.post('/sign-in/code', allow('anyone'), async (c) => {
    const form = await readForm(c);
    const { scope, page } = c.var;
    const entry = await waitingEntry(c);
    if (!entry) return askAnew(c);
    try {
      const { code } = parse(codeSchema, form.values);
      const tried = await countEntry(c, 'code', entry.personId);
      if (tried === 'refused') {
        const problem = uiTexts(page.language)('error.too_often');
        return show(c, await codePage(c, entry, nothingTyped, problem), 429);
      }
      const factor = await takeStep(c, auth, entry, code);
      if (!factor) {
        if (tried === 'last') await recordGuessing(scope, { id: entry.personId }, 'code');
        throw new Invalid({ code: 'wrong_code' });
      }
      await forgetTries(scope, 'code', entry.personId);
      return await finish(c, auth, entry, factor);
    } catch (error) {
      return showAgain(c, error, form, (typed) => codePage(c, entry, { ...typed, values: {} }));
    }
  });
}

/** Takes the code and ends the wait, both or neither. */
const takeStep = (c: Web, auth: Auth, { personId }: Entry, code: string) =>
  inTransaction(c.var.scope, async (scope) => {
    const factor = await takeCode(scope, auth, personId, code);
    if (!factor || !(await endWait(c, scope))) return null;
    if (factor === 'recovery_code')
      await record(
        scope,
        { kind: 'program' },
        {
          type: 'sign_in.recovery_code_used',
          subject: { type: 'sign_in', id: personId },
        },
      );
    return factor;
  });

const askAnew = (c: Web) => goTo(c, '/sign-in', authTexts(c.var.page.language)('code.ended'));

async function codePage(c: Web, entry: Entry, typed: Typed, problem?: string) {
  const { scope, page } = c.var;
  const factors = await factorsOf(scope.db, entry.personId);
  const recovery = c.req.query('with') === 'recovery' || !factors.appSince;
  return (
    <CodePage
      page={page}
      factors={factors}
      next={entry.next}
      recovery={recovery}
      typed={typed}
      problem={problem}
    />
  );
}
