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
  | 'help'
  | 'go_queue'
  | 'go_mine';

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
  { name: 'go_queue', keys: ['g', 'q'], inTurn: true },
  { name: 'go_mine', keys: ['g', 'm'], inTurn: true },
  { name: 'help', keys: ['?'] },
];

/** What each key does, in three short lists. */
export const KeyLists = ({ page }: { page: Page }) => {
  const say = ticketTexts(page.language);
  return (
    <>
      <p class="mb-3 text-secondary">{say('desk.keys.intro')}</p>
      <KeyList page={page} title={say('desk.keys.in_queue')} lines={inQueue} />
      <KeyList page={page} title={say('desk.keys.on_both')} lines={onBoth} />
    </>
  );
};

const KeyList = ({ page, title, lines }: { page: Page; title: string; lines: readonly KeyLine[] }) => {
  const say = ticketTexts(page.language);
  return (
    <section class="mb-4">
      <h2 class="mb-1 font-semibold">{title}</h2>
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
          <KeyLists page={page} />
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
