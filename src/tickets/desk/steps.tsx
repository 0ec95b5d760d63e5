import { SelectField, TextArea, TextField } from '#ui/form.tsx';
import { Prose } from '#ui/prose.tsx';
import { Moment, sayMoment, toLocalInput } from '#ui/time.tsx';
import { canTest } from '../policy.ts';
import { ticketTexts } from '../texts.ts';
import { ActForm, type ActProps, fieldOf } from './act-form.tsx';

/** The acts that carry a ticket from one state to the next. */

/** Promises the reporter a moment; the moment at which the solution time runs out is proposed while it lies ahead. */
export const PickUp = ({ view, look }: ActProps) => {
  const say = ticketTexts(view.page.language);
  const { ticket, office, page, me } = view;
  const ahead = ticket.solution_due > page.now;
  return (
    <ActForm view={view} act="pick-up" look={look} button={say('desk.act.pick_up.do')}>
      <TextField
        {...fieldOf(view, 'pick-up', 'expectedAt')}
        type="datetime-local"
        label={say('desk.act.pick_up.expected')}
        hint={say(ahead ? 'desk.act.pick_up.expected_hint' : 'desk.act.pick_up.expected_passed')}
        value={ahead ? toLocalInput(ticket.solution_due, office.timeZone) : ''}
      />
      <SelectField
        {...fieldOf(view, 'pick-up', 'assigneeId')}
        label={say('desk.act.pick_up.assignee')}
        value={ticket.assignee_id ?? me.id}
        choices={view.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </ActForm>
  );
};

/** Hands the solution over to a colleague who tests it. */
export const HandOver = ({ view, look }: ActProps) => {
  const say = ticketTexts(view.page.language);
  return (
    <ActForm view={view} act="hand-over" look={look} button={say('desk.act.hand_over.do')}>
      <p class="mb-3 text-secondary">{say('desk.act.hand_over.intro')}</p>
      <TextArea
        {...fieldOf(view, 'hand-over', 'whatChanged')}
        label={say('desk.act.hand_over.what')}
        value={view.ticket.what_changed}
        rows={3}
        tools
      />
      <TextArea
        {...fieldOf(view, 'hand-over', 'howToTest')}
        label={say('desk.act.hand_over.how')}
        value={view.ticket.how_to_test}
        rows={3}
        tools
      />
    </ActForm>
  );
};

/** What the solver said of the solution, for whoever tests it. */
const Solution = ({ view }: ActProps) => {
  const say = ticketTexts(view.page.language);
  const { what_changed, how_to_test } = view.ticket;
  return (
    <dl class="mb-4">
      <dt class="font-medium">{say('desk.act.test.what')}</dt>
      <dd class="mb-2">
        <Prose text={what_changed ?? ''} />
      </dd>
      <dt class="font-medium">{say('desk.act.test.how')}</dt>
      <dd>
        <Prose text={how_to_test ?? ''} />
      </dd>
    </dl>
  );
};

/** The result of the internal test, or the sentence that somebody else has to test. */
export const Test = ({ view, look = 'quiet' }: ActProps) => {
  const say = ticketTexts(view.page.language);
  const allowed = canTest(view.me, view.ticket, view.agreement.solverMayTest);
  return (
    <>
      <Solution view={view} />
      {allowed ? (
        <ActForm view={view} act="test-results" look={look}>
          <TextArea
            {...fieldOf(view, 'test-results', 'reason')}
            label={say('desk.act.test.seen')}
            hint={say('desk.act.test.seen_hint')}
            rows={3}
            tools
            optional
          />
          <div class="flex flex-wrap gap-2">
            <button
              type="submit"
              name="result"
              value="passed"
              class={look === 'primary' ? 'btn btn-primary' : 'btn'}
            >
              {say('desk.act.test.passed')}
            </button>
            <button type="submit" name="result" value="failed" class="btn">
              {say('desk.act.test.failed')}
            </button>
          </div>
        </ActForm>
      ) : (
        <p class="font-medium">{say('desk.act.test.someone_else')}</p>
      )}
    </>
  );
};

/** Reports the new version online; the text to the client starts from what the solver wrote. */
export const Release = ({ view, look }: ActProps) => {
  const say = ticketTexts(view.page.language);
  const { ticket, page, names } = view;
  return (
    <ActForm view={view} act="release" look={look} button={say('desk.act.release.do')} files isPublic>
      {ticket.tested_at && (
        <p class="mb-1">
          {say('desk.act.release.tested', {
            who: names.get(ticket.tested_by ?? '') ?? say('desk.event.somebody'),
            moment: sayMoment(ticket.tested_at, page),
          })}
        </p>
      )}
      <p class="mb-3 text-secondary">{say('desk.act.release.intro')}</p>
      <TextArea
        {...fieldOf(view, 'release', 'body')}
        label={say('desk.act.release.body')}
        value={say('desk.act.release.prefill', { what: ticket.what_changed ?? '' })}
        rows={8}
        tools
      />
    </ActForm>
  );
};

/** Enters the answer that the client gave by phone. */
export const EnterAnswer = ({ view, look }: ActProps) => {
  const say = ticketTexts(view.page.language);
  return (
    <ActForm view={view} act="answers" look={look} button={say('desk.act.answers.do')} files>
      <p class="mb-3 text-secondary">{say('desk.act.answers.intro')}</p>
      <TextArea {...fieldOf(view, 'answers', 'body')} label={say('desk.act.answers.body')} tools />
    </ActForm>
  );
};

/** Opens an ended ticket again, while the term runs. */
export const Reopen = ({ view, look }: ActProps) => {
  const say = ticketTexts(view.page.language);
  return (
    <ActForm view={view} act="reopening" look={look} button={say('desk.act.reopen.do')} files isPublic>
      {view.reopenableUntil && (
        <p class="mb-3 text-secondary">
          {say('desk.act.reopen.until', { moment: sayMoment(view.reopenableUntil, view.page) })}
        </p>
      )}
      <TextArea
        {...fieldOf(view, 'reopening', 'body')}
        label={say('desk.act.reopen.body')}
        hint={say('desk.act.reopen.body_hint')}
        rows={3}
        tools
      />
    </ActForm>
  );
};

/** What happens by itself while the client checks. */
export const SignOffAhead = ({ view }: ActProps) => {
  const { page, silence, story, ticket } = view;
  const say = ticketTexts(page.language);
  if (!silence) return null;
  const reminded = story.filter(
    ({ type, at }) => type === 'reminded' && ticket.delivered_at && at >= ticket.delivered_at,
  );
  return (
    <ul class="list-disc space-y-1 pl-5">
      {silence.reminders.map((at, index) => {
        const done = reminded[index]?.at;
        return (
          <li>
            {say(done ? 'desk.act.sign_off.reminded' : 'desk.act.sign_off.reminder', { moment: '' })}
            <Moment at={done ?? new Date(at)} page={page} />
          </li>
        );
      })}
      <li>
        {say('desk.act.sign_off.silence', { moment: '' })}
        <Moment at={new Date(silence.signOff)} page={page} />
      </li>
    </ul>
  );
};
