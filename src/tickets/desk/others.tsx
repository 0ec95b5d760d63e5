import { sayAway } from '#duty/absent.tsx';
import { SelectField, TextArea, TextField } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { toLocalInput } from '#ui/time.tsx';
import { ticketTexts } from '../texts.ts';
import { ActForm, type ActProps, fieldOf, ReasonField } from './act-form.tsx';
import type { Colleague } from './options.ts';

/** The quiet acts: possible in many states, the next sensible step of none. */

const urgencies = ['high', 'medium', 'low'] as const;
const impacts = ['large', 'medium', 'small'] as const;

/** Gives the answer where nothing has to be built. */
export const GiveAnswer = ({ view, look }: ActProps) => {
  const say = ticketTexts(view.page.language);
  return (
    <ActForm view={view} act="answer" look={look} button={say('desk.act.answer.do')} files isPublic>
      <p class="mb-3 text-secondary">{say('desk.act.answer.intro')}</p>
      <TextArea {...fieldOf(view, 'answer', 'body')} label={say('desk.act.answer.body')} rows={5} tools />
    </ActForm>
  );
};

/** Moves the promised moment, with a reason. */
export const MoveExpected = ({ view, look }: ActProps) => {
  const say = ticketTexts(view.page.language);
  const { expected_at } = view.ticket;
  return (
    <ActForm view={view} act="expected-moment" look={look} button={say('desk.act.moment.do')}>
      <TextField
        {...fieldOf(view, 'expected-moment', 'expectedAt')}
        type="datetime-local"
        label={say('desk.act.moment.expected')}
        value={expected_at ? toLocalInput(expected_at, view.office.timeZone) : ''}
      />
      <ReasonField view={view} act="expected-moment" />
    </ActForm>
  );
};

/** Adjusts urgency or impact; the table shows which priority follows. */
export const AdjustPriority = ({ view, look }: ActProps) => {
  const say = ticketTexts(view.page.language);
  return (
    <ActForm view={view} act="priority" look={look} button={say('desk.act.priority.do')}>
      <SelectField
        {...fieldOf(view, 'priority', 'urgency')}
        label={say('desk.act.priority.urgency')}
        value={view.ticket.urgency}
        choices={urgencies.map((value) => ({ value, label: say(`urgency.${value}`) }))}
      />
      <SelectField
        {...fieldOf(view, 'priority', 'impact')}
        label={say('desk.act.priority.impact')}
        value={view.ticket.impact}
        choices={impacts.map((value) => ({ value, label: say(`impact.${value}`) }))}
      />
      <Matrix view={view} />
      <ReasonField view={view} act="priority" />
    </ActForm>
  );
};

/** Urgency by impact: the agreement's own table, with the ticket's present place in bold. */
const Matrix = ({ view }: ActProps) => {
  const say = ticketTexts(view.page.language);
  const { matrix } = view.agreement;
  return (
    <table class="mb-5 w-full text-sm">
      <caption class="mb-1 text-left text-secondary">{say('desk.act.priority.follows')}</caption>
      <thead>
        <tr>
          <td />
          {impacts.map((impact) => (
            <th scope="col" class="px-1 text-left font-normal text-secondary">
              {say(`impact.${impact}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {urgencies.map((urgency) => (
          <tr class="border-t border-base-300">
            <th scope="row" class="py-1 text-left font-normal text-secondary">
              {say(`urgency.${urgency}`)}
            </th>
            {impacts.map((impact) => {
              const here = view.ticket.urgency === urgency && view.ticket.impact === impact;
              const word = say(`priority.${matrix[urgency][impact]}`);
              return <td class="px-1 py-1">{here ? <strong class="underline">{word}</strong> : word}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** A colleague's name, with until when they are away. */
const nameOf = (colleague: Colleague, page: Page) =>
  [colleague.name, ...awayWords(colleague, page)].join(' – ');

export const awayWords = ({ lastDay, substitute }: Colleague, page: Page): string[] =>
  lastDay ? [sayAway({ lastDay, substitute }, page)] : [];

/** Gives the ticket to a colleague, or to nobody. */
export const Assign = ({ view, look }: ActProps) => {
  const say = ticketTexts(view.page.language);
  const assignee = view.colleagues.find(({ id }) => id === view.ticket.assignee_id);
  return (
    <ActForm view={view} act="assignee" look={look} button={say('desk.act.assign.do')}>
      <SelectField
        {...fieldOf(view, 'assignee', 'assigneeId')}
        label={say('desk.ticket.assignee')}
        hint={assignee && awayWords(assignee, view.page)[0]}
        value={view.ticket.assignee_id ?? 'none'}
        choices={[
          { value: 'none', label: say('desk.act.assign.nobody') },
          ...view.colleagues.map((each) => ({ value: each.id, label: nameOf(each, view.page) })),
        ]}
      />
    </ActForm>
  );
};

/** Drops the ticket, with a reason. */
export const Drop = ({ view, look }: ActProps) => {
  const say = ticketTexts(view.page.language);
  return (
    <ActForm view={view} act="drop" look={look} button={say('desk.act.drop.do')}>
      <p class="mb-3 text-secondary">{say('desk.act.drop.hint')}</p>
      <ReasonField view={view} act="drop" />
    </ActForm>
  );
};

/** Lets a colleague of the reporter read along. */
export const Watch = ({ view, look }: ActProps) => {
  const say = ticketTexts(view.page.language);
  return (
    <ActForm view={view} act="watchers" look={look} button={say('desk.act.watch.do')}>
      <TextField
        {...fieldOf(view, 'watchers', 'email')}
        type="email"
        label={say('desk.act.watch.email')}
        suggestions={view.couldWatch}
        autocomplete="off"
      />
    </ActForm>
  );
};
