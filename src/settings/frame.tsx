import type { Child } from 'hono/jsx';
import { TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { settingsTexts } from './texts.ts';

export const rooms = [
  'agency',
  'mails',
  'billing',
  'hours',
  'exceptions',
  'targets',
  'matrix',
  'reminders',
  'coverage',
  'duty',
  'imports',
  'sign_in',
  'tokens',
  'log',
] as const;
export type Room = (typeof rooms)[number];

interface FrameProps {
  readonly page: Page;
  /** Which part of the settings; none is the overview. */
  readonly room?: Room;
  /** Of a page that lies deeper. */
  readonly title?: string;
  readonly children?: Child;
}

/** A page of the settings: its title, and the way to the other parts. */
export const SettingsFrame = ({ page, room, title: deeper, children }: FrameProps) => {
  const say = settingsTexts(page.language);
  const title = deeper ?? (room ? say(`${room}.title`) : say('title'));
  const links = [
    { href: '/desk/settings', label: say('overview.title'), here: !room && !deeper },
    ...rooms.map((each) => ({
      href: `/desk/settings/${each}`,
      label: say(`${each}.title`),
      here: each === room,
    })),
  ];
  return (
    <Layout page={page} face="desk" title={title}>
      <nav aria-label={say('menu')} class="mb-5 flex flex-wrap gap-x-1 border-b border-base-300">
        {links.map(({ href, label, here }) => (
          <a
            href={href}
            class="-mb-px border-b-2 border-transparent px-2 py-2 no-underline hover:bg-base-300 aria-[current=page]:border-primary aria-[current=page]:font-semibold"
            aria-current={here ? 'page' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <h1 class="mb-2 text-2xl font-semibold">{title}</h1>
      {children}
    </Layout>
  );
};

/** From which day a change of the agreement holds, and what its author has seen of the settings. */
export const FromField = ({
  page,
  typed,
  today,
  seen,
}: {
  page: Page;
  typed: Typed;
  today: string;
  seen: number;
}) => {
  const say = settingsTexts(page.language);
  return (
    <>
      <input type="hidden" name="seen" value={String(seen)} />
      <TextField
        name="valid_from"
        type="date"
        label={say('from.label')}
        hint={say('from.hint')}
        language={page.language}
        typed={typed}
        value={today}
      />
    </>
  );
};
