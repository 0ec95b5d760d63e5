import type { Child } from 'hono/jsx';
import type { Page } from '#ui/page.ts';
import { ticketTexts } from '../texts.ts';

type KeyName =
  | 'down'
  | 'up'
  | 'open'
  | 'assign'
  | 'pick_up'
  | 'reply'
  | 'note'
  | 'search'
  | 'palette'
  | 'help'
  | 'go_queue'
  | 'go_mine'
  | 'send'
  | 'name'
  | 'bold'
  | 'italic'
  | 'link'
  | 'list'
  | 'numbers'
  | 'quote'
  | 'code';

interface KeyLine {
  readonly name: KeyName;
  readonly keys: readonly string[];
  /** Pressed after each other rather than one of them. */
  readonly inTurn?: boolean;
}

const inQueue: readonly KeyLine[] = [
  { name: 'down', keys: ['j'] },
  { name: 'up', keys: ['k'] },
  { name: 'open', keys: ['o', 'Enter'] },
  { name: 'search', keys: ['/'] },
];
const onBoth: readonly KeyLine[] = [
  { name: 'assign', keys: ['a'] },
  { name: 'pick_up', keys: ['p'] },
  { name: 'reply', keys: ['r'] },
  { name: 'note', keys: ['n'] },
  { name: 'palette', keys: ['Ctrl+K'] },
  { name: 'go_queue', keys: ['g', 'q'], inTurn: true },
  { name: 'go_mine', keys: ['g', 'm'], inTurn: true },
  { name: 'help', keys: ['?'] },
];

const inTexts: readonly KeyLine[] = [
  { name: 'send', keys: ['Ctrl+Enter'] },
  { name: 'name', keys: ['@'] },
  { name: 'bold', keys: ['Ctrl+B'] },
  { name: 'italic', keys: ['Ctrl+I'] },
  { name: 'link', keys: ['Ctrl+K'] },
  { name: 'list', keys: ['Ctrl+Shift+8'] },
  { name: 'numbers', keys: ['Ctrl+Shift+7'] },
  { name: 'quote', keys: ['Ctrl+Shift+.'] },
  { name: 'code', keys: ['Ctrl+E'] },
];

/** What each key does, in short lists; those for writing only where somebody writes. */
export const KeyLists = ({ page, writes }: { page: Page; writes: boolean }) => {
  const say = ticketTexts(page.language);
  return (
    <>
      <p class="mb-3 text-secondary">{say('desk.keys.intro')}</p>
      <KeyList page={page} title={say('desk.keys.in_queue')} lines={inQueue} />
      <KeyList page={page} title={say('desk.keys.on_both')} lines={onBoth} />
      {writes && (
        <KeyList
          page={page}
          title={say('desk.keys.in_texts')}
          intro={say('desk.keys.in_texts_how')}
          lines={inTexts}
        />
      )}
    </>
  );
};

interface KeyListProps {
  readonly page: Page;
  readonly title: string;
  readonly intro?: string;
  readonly lines: readonly KeyLine[];
}

const KeyList = ({ page, title, intro, lines }: KeyListProps) => {
  const say = ticketTexts(page.language);
  return (
    <section class="mb-4">
      <h2 class="mb-1 font-semibold">{title}</h2>
      {intro && <p class="mb-2 text-secondary">{intro}</p>}
      <dl class="grid grid-cols-[8rem_1fr] gap-y-1">
        {lines.map(({ name, keys, inTurn }) => (
          <>
            <dt>
              {keys.map((key, index) => (
                <>
                  {index > 0 && (
                    <span class="text-sm text-secondary">
                      {' '}
                      {say(inTurn ? 'desk.keys.in_turn' : 'desk.keys.or')}{' '}
                    </span>
                  )}
                  <kbd class="kbd kbd-sm">{key}</kbd>
                </>
              ))}
            </dt>
            <dd>{say(`desk.keys.${name}`)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
};

interface KeysProps {
  readonly page: Page;
  /** An id for the one form that `a` sends. */
  readonly once: string;
  readonly me: string;
  /** The ticket of this page, where it is about one. */
  readonly ticket?: string;
  readonly children?: Child;
}

/** Lets a page be worked by keys; without scripts it is just the page. */
export const Keys = ({ page, once, me, ticket, children }: KeysProps) => {
  const say = ticketTexts(page.language);
  return (
    <queue-keys class="block" data-ticket={ticket}>
      {children}
      <form method="post" hidden data-assign>
        <input type="hidden" name="once" value={once} />
        <input type="hidden" name="assigneeId" value={me} />
        <input type="hidden" name="next" value={page.path} />
      </form>
      <dialog class="modal" aria-labelledby="keys-title" data-help>
        <div class="modal-box">
          <h1 id="keys-title" class="mb-2 text-xl font-semibold">
            {say('desk.keys.title')}
          </h1>
          <KeyLists page={page} writes={ticket !== undefined} />
          <form method="dialog">
            <button type="submit" class="btn">
              {say('desk.keys.close')}
            </button>
          </form>
        </div>
      </dialog>
    </queue-keys>
  );
};
