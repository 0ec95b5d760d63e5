import type { BlockList } from 'node:net';
import type { Context, Handler, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Scope } from '#db/scope.ts';
import type { FileStore } from '#files/store.ts';
import type { Contact, Person, Staff } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import { pack } from '#lib/pack.ts';
import type { Page } from '#ui/page.ts';
import { keepCookie } from './cookies.ts';
import { refuseForged, withFormTokens } from './form-token.ts';
import type { SignedIn } from './session.ts';

/** What every handler finds on its context. */
export interface Env {
  Variables: {
    requestId: string;
    scope: Scope;
    files: FileStore;
    /** The proxies that say whom they ask for; null where none is named. */
    proxies: BlockList | null;
    person: Person | null;
    /** The session in which they act. */
    signedIn: SignedIn | null;
    /** The agency asks a second factor that this person does not have yet: nothing else until then. */
    held: boolean;
    page: Page;
  };
}
export type Web = Context<Env>;

/** Who may come to an address at all; what they may do there is for the feature's `policy.ts`. */
export type Access = 'anyone' | 'person' | 'contact' | 'staff' | 'manager';

const accessOf = new WeakMap<Handler | MiddlewareHandler, Access>();

/** The access that a route stated, or undefined when this handler is no such statement. */
export const statedAccess = (handler: Handler | MiddlewareHandler): Access | undefined =>
  accessOf.get(handler);

const admits = (access: Access, person: Person): boolean => {
  if (access === 'anyone' || access === 'person') return true;
  if (access === 'contact') return person.kind === 'contact';
  return person.kind === 'staff' && (access === 'staff' || person.role === 'manager');
};

/** Where somebody sets up a second factor, and who has to does nothing else. */
export const securityPath = '/profile/security';

/**
 * States who may come to a route; every route has one. Who is not signed in goes to sign in and comes
 * back; who is of the wrong kind sees the same 404 as for an address that does not exist; who has to set up a
 * second factor first is led there.
 */
export function allow(access: Access): MiddlewareHandler<Env> {
  const guard: MiddlewareHandler<Env> = async (c, next) => {
    if (access !== 'anyone') {
      const { person, page } = c.var;
      if (!person) {
        const back = c.req.method === 'GET' ? page.path : backTo(c);
        return c.redirect(`/sign-in?next=${encodeURIComponent(back)}`, 303);
      }
      if (!admits(access, person)) throw new NotFound();
      if (c.var.held && !`${c.req.path}/`.startsWith(`${securityPath}/`))
        return c.redirect(securityPath, 303);
      if (c.req.method === 'POST') await refuseForged(c);
    }
    await next();
  };
  accessOf.set(guard as MiddlewareHandler, access);
  return guard;
}

/** The page of this site that a form was sent from, else the start. */
export function backTo(c: Context): string {
  const referer = c.req.header('referer');
  if (!referer || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return pathname + search;
}

/** The person who is signed in. */
export function personOf(c: Web): Person {
  if (!c.var.person) throw new NotFound();
  return c.var.person;
}

/** The session in which they are. */
export function signedInOf(c: Web): SignedIn {
  if (!c.var.signedIn) throw new NotFound();
  return c.var.signedIn;
}

/** The colleague at the agency who is signed in. */
export function staffOf(c: Web): Staff {
  const person = personOf(c);
  if (person.kind !== 'staff') throw new NotFound();
  return person;
}

/** The client's contact who is signed in. */
export function contactOf(c: Web): Contact {
  const person = personOf(c);
  if (person.kind !== 'contact') throw new NotFound();
  return person;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id that stands in the address; what is none names nothing. */
export function idOf(c: Web, name = 'id'): string {
  const id = c.req.param(name) ?? '';
  if (!uuid.test(id)) throw new NotFound();
  return id;
}

/** One word or line of the query as people type it; characters that cannot be stored find nothing anyway. */
export const queryOf = (c: Web, name: string): string =>
  (c.req.query(name) ?? '').toWellFormed().replaceAll('\u0000', '').trim().slice(0, 200);

/** Answers with a whole page. */
export async function show(c: Web, page: unknown, status: ContentfulStatusCode = 200) {
  // as bytes: text would be walked through once for its length, and once more to be sent
  const bytes = withFormTokens(c, `<!DOCTYPE html>${await (page as Promise<string>)}`);
  c.header('Vary', 'Accept-Encoding');
  const packed = await pack(bytes, c.req.header('accept-encoding'));
  if (packed) c.header('Content-Encoding', packed.encoding);
  c.header('Content-Type', 'text/html; charset=UTF-8');
  return c.body(packed?.bytes ?? bytes, status);
}

/** Goes to a page of this site after a form was taken; `done` is a sentence that it shows once. */
export function goTo(c: Web, path: string, done?: string) {
  if (done) keepCookie(c, 'done', done, 60);
  return c.redirect(path, 303);
}

/**
 * A path of this site from what a link or form named, else the start: never another host. Read as
 * browsers read it, who drop tabs and line ends and take `\` for `/`.
 */
export function safePath(path: string | undefined): string {
  if (!path?.startsWith('/')) return '/';
  const here = 'http://here.invalid';
  const url = URL.parse(path, here);
  return url?.origin === here ? url.pathname.replace(/^\/+/, '/') + url.search + url.hash : '/';
}
