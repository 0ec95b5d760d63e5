import type { Child } from 'hono/jsx';

/** The title of a page with, beside or below it, what can be done there. */
export const Heading = ({ title, children }: { title: string; children?: Child }) => (
  <div class="mb-5 flex flex-wrap items-center justify-between gap-3">
    <h1 class="text-2xl font-semibold">{title}</h1>
    {children && <div class="flex flex-wrap gap-2">{children}</div>}
  </div>
);

/** A part of a page with a heading of its own. */
export const Section = ({ title, children, id }: { title?: string; children?: Child; id?: string }) => (
  <section id={id} class="mb-6 rounded-box border border-base-300 bg-base-100 p-4 sm:p-5">
    {title && <h2 class="mb-3 text-lg font-semibold">{title}</h2>}
    {children}
  </section>
);

const marks = { info: 'i', warning: '!', error: '▲' } as const;
const looks = {
  info: { frame: 'border-info', mark: 'text-info' },
  warning: { frame: 'border-warning', mark: 'text-warning' },
  error: { frame: 'border-error', mark: 'text-error' },
} as const;

/** A sentence that somebody has to see; its colour never says it alone. */
export const Notice = ({ kind = 'info', children }: { kind?: keyof typeof marks; children?: Child }) => (
  <div class={`alert mb-5 items-start bg-base-100 text-base ${looks[kind].frame}`}>
    <span aria-hidden="true" class={`font-bold ${looks[kind].mark}`}>
      {marks[kind]}
    </span>
    <div>{children}</div>
  </div>
);

/** What stands where nothing stands yet: what will come here, and the first step. */
export const Empty = ({ children }: { children?: Child }) => (
  <div class="rounded-box border border-dashed border-base-300 p-6 text-center text-secondary">
    {children}
  </div>
);

interface RowsProps {
  readonly label: string;
  readonly children?: Child;
}

/** A list of things that each have a page of their own. */
export const Rows = ({ label, children }: RowsProps) => (
  <ul aria-label={label} class="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
    {children}
  </ul>
);

interface RowProps {
  readonly href: string;
  readonly name: string;
  /** A word or two that set this one apart: «gedeactiveerd». */
  readonly mark?: string | undefined;
  readonly children?: Child;
}

/** One of them: its name leads to its page, its facts stand beside it, or below it on a phone. */
export const Row = ({ href, name, mark, children }: RowProps) => (
  <li class="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3">
    <span class="min-w-48 flex-1">
      <a href={href} class="font-medium text-primary underline underline-offset-2">
        {name}
      </a>
      {mark && <span class="badge badge-outline badge-sm ml-2">{mark}</span>}
    </span>
    <span class="flex min-w-56 flex-1 flex-wrap gap-x-4 text-secondary">{children}</span>
  </li>
);

/** Facts by name: beside each other where there is room, below each other on a phone. */
export const Facts = ({ facts }: { facts: readonly (readonly [name: string, value: Child])[] }) => (
  <dl class="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr]">
    {facts.map(([name, value]) => (
      <>
        <dt class="text-secondary">{name}</dt>
        <dd class="mb-2 sm:mb-0">{value}</dd>
      </>
    ))}
  </dl>
);

interface ActProps {
  readonly action: string;
  readonly once: string;
  readonly label: string;
  /** What it is done to, where several such buttons stand on a page: read aloud, not shown. */
  readonly about?: string;
  readonly look?: 'primary' | 'plain' | 'danger';
  readonly children?: Child;
}

const buttons = { primary: 'btn btn-primary', plain: 'btn', danger: 'btn btn-outline btn-error' } as const;

/** One button that does one thing. */
export const Act = ({ action, once, label, about, look = 'plain', children }: ActProps) => (
  <form method="post" action={action} class="inline-block">
    <input type="hidden" name="once" value={once} />
    {children}
    <button type="submit" class={buttons[look]}>
      {label}
      {about && <span class="sr-only"> {about}</span>}
    </button>
  </form>
);

interface FootProps {
  readonly label: string;
  readonly back?: { readonly href: string; readonly label: string };
  /** Plain where another form of the page is what people come for. */
  readonly look?: keyof typeof buttons;
}

/** The foot of a form: the act, and a way back. */
export const FormFoot = ({ label, back, look = 'primary' }: FootProps) => (
  <div class="mt-2 flex flex-wrap gap-2">
    <button type="submit" class={buttons[look]}>
      {label}
    </button>
    {back && (
      <a href={back.href} class="btn btn-ghost">
        {back.label}
      </a>
    )}
  </div>
);
