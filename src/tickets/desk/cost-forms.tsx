import { ticketKinds } from '#agreement/coverage-rules.ts';
import { RadioField, SelectField, TextArea } from '#ui/form.tsx';
import { sayDate } from '#ui/time.tsx';
import { ticketTexts } from '../texts.ts';
import { ActForm, type ActProps, fieldOf } from './act-form.tsx';

const answer = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');

/** What kind of ticket it is, and what was found out about it. */
export const JudgeCosts = ({ view, look }: ActProps) => {
  const { ticket, costs, page } = view;
  const say = ticketTexts(page.language);
  const yesNo = (unknown: string) => [
    { value: '', label: unknown },
    { value: 'yes', label: say('desk.act.findings.yes') },
    { value: 'no', label: say('desk.act.findings.no') },
  ];
  return (
    <ActForm view={view} act="findings" look={look} button={say('desk.act.findings.do')}>
      <SelectField
        {...fieldOf(view, 'findings', 'kind')}
        label={say('costs.kind')}
        value={ticket.kind}
        choices={ticketKinds.map((value) => ({ value, label: say(`costs.short.${value}`) }))}
      />
      {costs.deliveries.length > 1 && (
        <SelectField
          {...fieldOf(view, 'findings', 'deliveryId')}
          label={say('desk.act.findings.delivery')}
          value={ticket.delivery_id ?? ''}
          empty={say('desk.act.findings.latest')}
          choices={costs.deliveries.map(({ id, name, on }) => ({
            value: id,
            label: `${name} (${sayDate(on, page)})`,
          }))}
          optional
        />
      )}
      <SelectField
        {...fieldOf(view, 'findings', 'directlySolvable')}
        label={say('desk.act.findings.direct')}
        value={answer(ticket.directly_solvable)}
        choices={yesNo(say('desk.act.findings.unknown'))}
        optional
      />
      <SelectField
        {...fieldOf(view, 'findings', 'atHand')}
        label={say('desk.act.findings.at_hand')}
        hint={say('desk.act.findings.at_hand_hint')}
        value={answer(ticket.at_hand)}
        choices={yesNo(say('desk.act.findings.not_researched'))}
        optional
      />
      <TextArea
        {...fieldOf(view, 'findings', 'causeOutside')}
        label={say('desk.act.findings.outside')}
        hint={say('desk.act.findings.outside_hint')}
        value={ticket.cause_outside ?? ''}
        rows={2}
        optional
        tools
      />
    </ActForm>
  );
};

/** Decides otherwise than the rules, with a reason. */
export const Overrule = ({ view, look }: ActProps) => {
  const say = ticketTexts(view.page.language);
  return (
    <ActForm view={view} act="overruling" look={look} button={say('desk.act.overrule.do')}>
      <p class="mb-3 text-secondary">{say('desk.act.overrule.intro')}</p>
      <RadioField
        {...fieldOf(view, 'overruling', 'payer')}
        label={say('desk.act.overrule.payer')}
        value={view.ticket.overruled_payer ?? ''}
        choices={(['rules', 'agency', 'client'] as const).map((value) => ({
          value,
          label: say(`desk.act.overrule.${value}`),
        }))}
      />
      <TextArea
        {...fieldOf(view, 'overruling', 'reason')}
        label={say('desk.act.reason')}
        hint={say('desk.act.overrule.reason_hint')}
        rows={3}
        tools
      />
    </ActForm>
  );
};
