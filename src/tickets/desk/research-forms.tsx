import { SelectField, TextArea, TextField } from '#ui/form.tsx';
import { sayMoment } from '#ui/time.tsx';
import { agreedAsk, openAsk } from '../research/facts.ts';
import { feeWords } from '../research/shown.ts';
import { ticketTexts } from '../texts.ts';
import { ActForm, type ActProps, fieldOf, ReasonField } from './act-form.tsx';
import { researchStanding } from './load.ts';
import { TimeIsUp } from './research.tsx';

/** An amount as it is typed. */
const typedEuros = (cents: number) => (cents / 100).toFixed(2).replace('.', ',');

/** Lays the choice before the client, or changes what lies before them. */
export const AskResearch = ({ view, look }: ActProps) => {
  const { page, agreement, ticket, research } = view;
  const say = ticketTexts(page.language);
  const open = openAsk(ticket, research.asks);
  const { researchFeeCents } = agreement.costs;
  return (
    <ActForm
      view={view}
      act="research-question"
      look={look}
      button={say(open ? 'desk.act.research.ask.again_do' : 'desk.act.research.ask.do')}
    >
      <p class="mb-3 text-secondary">{say('desk.act.research.ask.intro')}</p>
      <TextArea
        {...fieldOf(view, 'research-question', 'explanation')}
        label={say('desk.act.research.ask.explanation')}
        hint={say('desk.act.research.ask.explanation_hint')}
        value={open?.explanation ?? ''}
        rows={4}
        tools
      />
      <TextField
        {...fieldOf(view, 'research-question', 'fee')}
        label={say('desk.act.research.ask.fee')}
        hint={say('desk.act.research.ask.fee_hint', feeWords(researchFeeCents, page.language))}
        value={typedEuros(open?.feeCents ?? researchFeeCents)}
      />
    </ActForm>
  );
};

export const RetractResearch = ({ view, look }: ActProps) => (
  <ActForm
    view={view}
    act="research-retraction"
    look={look}
    button={ticketTexts(view.page.language)('desk.act.research.retract.do')}
  >
    <ReasonField view={view} act="research-retraction" />
  </ActForm>
);

/** Starts the timer, or starts it again. */
export const StartResearch = ({ view, look }: ActProps) => {
  const { page, research } = view;
  const say = ticketTexts(page.language);
  const begun = research.stretches.length > 0;
  const agreed = agreedAsk(research.asks);
  return (
    <ActForm
      view={view}
      act="research"
      look={look}
      button={say(begun ? 'desk.act.research.start.again_do' : 'desk.act.research.start.do')}
    >
      <p class="mb-3 text-secondary">
        {agreed
          ? say('desk.act.research.start.intro_paid', feeWords(agreed.feeCents, page.language))
          : say('desk.act.research.start.intro_free')}
      </p>
    </ActForm>
  );
};

export const PauseResearch = ({ view, look }: ActProps) => (
  <ActForm
    view={view}
    act="research-pause"
    look={look}
    button={ticketTexts(view.page.language)('desk.act.research.pause.do')}
  />
);

/** What was found, and which of two ways it goes from there. */
export const ConcludeResearch = ({ view, look }: ActProps) => {
  const say = ticketTexts(view.page.language);
  const form = (
    <ActForm view={view} act="research-conclusion" look={look}>
      <TimeIsUp view={view} />
      <TextArea
        {...fieldOf(view, 'research-conclusion', 'found')}
        label={say('desk.act.research.conclude.found')}
        hint={say('desk.act.research.conclude.found_hint')}
        rows={4}
        tools
      />
      <p class="mb-2 text-sm text-secondary">{say('desk.act.research.conclude.at_hand_hint')}</p>
      <div class="flex flex-wrap gap-2">
        <button
          type="submit"
          name="atHand"
          value="yes"
          class={look === 'primary' ? 'btn btn-primary' : 'btn'}
        >
          {say('desk.act.research.conclude.at_hand')}
        </button>
        <button type="submit" name="atHand" value="no" class="btn">
          {say('desk.act.research.conclude.not_at_hand')}
        </button>
      </div>
    </ActForm>
  );
  if (!researchStanding(view).mine) return form;
  return (
    <>
      {form}
      <div class="mt-4 border-t border-base-300 pt-4">
        <PauseResearch view={view} />
      </div>
    </>
  );
};

/** Sets right how long a stretch of research took. */
export const CorrectMinutes = ({ view, look }: ActProps) => {
  const { page, research } = view;
  const say = ticketTexts(page.language);
  const last = research.stretches.at(-1);
  return (
    <ActForm view={view} act="research-minutes" look={look} button={say('desk.act.research.correct.do')}>
      <SelectField
        {...fieldOf(view, 'research-minutes', 'stretch')}
        label={say('desk.act.research.correct.stretch')}
        value={last?.id ?? ''}
        choices={research.stretches.map(({ id, person, beganAt }) => ({
          value: id,
          label: say('research.desk.stretch', { name: person, moment: sayMoment(beganAt, page) }),
        }))}
      />
      <TextField
        {...fieldOf(view, 'research-minutes', 'minutes')}
        label={say('desk.act.research.correct.minutes')}
        inputmode="numeric"
        value={last?.minutes === null || last === undefined ? '' : String(last.minutes)}
      />
      <TextArea
        {...fieldOf(view, 'research-minutes', 'reason')}
        label={say('desk.act.reason')}
        hint={say('desk.act.research.correct.reason_hint')}
        rows={2}
        tools
      />
    </ActForm>
  );
};

/** Gives the fee back. */
export const CreditResearch = ({ view, look }: ActProps) => {
  const { page, research } = view;
  const say = ticketTexts(page.language);
  const agreed = agreedAsk(research.asks);
  return (
    <ActForm view={view} act="research-credit" look={look} button={say('desk.act.research.credit.do')}>
      {agreed && (
        <p class="mb-3 text-secondary">
          {say('desk.act.research.credit.intro', feeWords(agreed.feeCents, page.language))}
        </p>
      )}
      <ReasonField view={view} act="research-credit" />
    </ActForm>
  );
};
