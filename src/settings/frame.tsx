import type { Child } from 'hono/jsx';
import { TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Menu } from '#ui/menu.tsx';
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
      <Menu
        label={say('menu')}
        links={links}
        class="mb-5 max-sm:-mx-2 sm:border-b sm:border-base-300"
        linkClass="border-transparent px-2 py-2 no-underline hover:bg-base-300 aria-[current=page]:font-semibold max-sm:border-l-2 sm:-mb-px sm:border-b-2 aria-[current=page]:border-primary"
      />
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
