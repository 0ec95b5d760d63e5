import { factorsOf } from '#auth/factors.ts';
import { goTo, personOf, securityPath, show, signedInOf, type Web } from '#auth/web.ts';
import { loadOffice } from '#settings/office.ts';
import type { Typed } from '#ui/form.tsx';
import { CodesPage } from './codes.tsx';
import { SecurityPage } from './overview.tsx';
import { selfOf, sessionsOf } from './queries.ts';

/** The page with what was typed in one of its forms. */
export async function securityPage(c: Web, typed: Readonly<Record<string, Typed>>) {
  const { scope, page, held } = c.var;
  const { id } = personOf(c);
  const [self, factors, sessions, office] = await Promise.all([
    selfOf(scope.db, id),
    factorsOf(scope.db, id),
    sessionsOf(scope.db, id),
    loadOffice(scope.db),
  ]);
  const from = office.agency?.second_factor_from;
  return (
    <SecurityPage
      page={page}
      self={self}
      factors={factors}
      sessions={sessions}
      here={signedInOf(c).sessionId}
      held={held}
      requiredFrom={from ? new Date(from) : null}
      newId={scope.newId}
      typed={typed}
    />
  );
}

/** The codes, once; where the earlier ones stay good there is nothing to show. */
export async function showCodes(c: Web, codes: readonly string[], done?: string) {
  if (codes.length === 0) return goTo(c, securityPath, done);
  const { email } = await selfOf(c.var.scope.db, personOf(c).id);
  return show(c, <CodesPage page={{ ...c.var.page, done: done ?? null }} email={email} codes={codes} />);
}
