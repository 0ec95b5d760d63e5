import type { Agreement } from '#agreement/agreement.ts';
import { neverReached } from '#agreement/coverage-reach.ts';
import { indispensable, outcomes } from '#agreement/coverage-rules.ts';
import { ruleWords } from '#published/pays.ts';
import { publishedTexts } from '#published/texts.ts';
import { Form, MendNotice, TextField } from '#ui/form.tsx';
import { FormFoot, Notice, Section } from '#ui/parts.tsx';
import { sayDate } from '#ui/time.tsx';
import { uiTexts } from '#ui/ui.ts';

import { mayMove, writeCoverage } from './coverage-form.ts';
import { FromField, SettingsFrame } from './frame.tsx';
import type { RoomProps } from './room.tsx';
import { settingsTexts } from './texts.ts';

interface Props extends Omit<RoomProps, 'office' | 'moves'> {
  /** The rules as the form has them at this moment. */
  readonly rules: Agreement['coverage']['rules'];
  /** What would change, in sentences; null where nobody asked. */
  readonly changes: readonly string[] | null;
  readonly wasMoved: boolean;
}

const action = '/desk/settings/coverage';

/** Who pays: the rules in their order, the warranty, and what research and quotes cost and wait for. */
export const CoveragePage = (props: Props) => {
  const { page, newId, agreement, today, seen, typed, wasMoved } = props;
  const say = settingsTexts(page.language);
  const written = writeCoverage(agreement, today);
  const Field = ({ name, money }: { name: FieldName; money?: boolean }) => (
    <TextField
      language={page.language}
      typed={typed}
      name={name}
      label={say(`coverage.${name}`)}
      {...(hinted.has(name) && { hint: say(`coverage.${name}_hint` as 'coverage.warranty_hint') })}
      value={written[name]!}
      inputmode={money || listed.has(name) ? 'text' : 'numeric'}
      optional={listed.has(name)}
    />
  );
  return (
    <SettingsFrame page={page} room="coverage">
      <p class="mb-4">
        {say('coverage.intro')} <a href="/agreement#who-pays">{say('coverage.read')}</a> ·{' '}
        <a href="/desk/overrulings">{say('coverage.overrulings')}</a>
      </p>
      <MendNotice typed={typed} language={page.language} />
      <Form action={action} once={newId()}>
        {/* what Enter in a field presses: saving, and not the first arrow */}
        <button type="submit" hidden />
        <Section title={say('coverage.rules')} id="rules">
          <p class="mb-3 text-secondary">{say('coverage.rules_hint')}</p>
          {wasMoved && <Notice kind="warning">{say('coverage.moved')}</Notice>}
          <Rules {...props} />
        </Section>
        <Section title={say('coverage.warranty_part')}>
          <Field name="warranty" />
          <Field name="fair_use" />
        </Section>
        <Section title={say('coverage.research_part')}>
          <Field name="research_fee" money />
          <Field name="research_minutes" />
          <Field name="remind_percent" />
          <Field name="remind_days" />
          <Field name="drop_days" />
        </Section>
        <Section title={say('coverage.quote_part')}>
          <Field name="quote_days" />
          <Field name="quote_remind" />
        </Section>
        <Section id="changes">
          <FromField page={page} typed={typed} today={today} seen={seen} />
          <Changes {...props} />
          <div class="flex flex-wrap gap-2">
            <FormFoot label={uiTexts(page.language)('form.save')} />
            {/* Turbo takes no page as the answer to a form; this one is left to the browser. */}
            <button
              type="submit"
              name="preview"
              value="yes"
              formaction={`${action}#changes`}
              class="btn mt-2"
              data-turbo="false"
            >
              {say('preview.do')}
            </button>
          </div>
        </Section>
      </Form>
    </SettingsFrame>
  );
};

type FieldName =
  | 'warranty'
  | 'fair_use'
  | 'research_fee'
  | 'research_minutes'
  | 'remind_percent'
  | 'remind_days'
  | 'drop_days'
  | 'quote_days'
  | 'quote_remind';
const listed: ReadonlySet<FieldName> = new Set(['remind_days', 'quote_remind']);
const hinted: ReadonlySet<FieldName> = new Set([
  'warranty',
  'fair_use',
  'research_fee',
  'research_minutes',
  'remind_percent',
  'remind_days',
  'drop_days',
  'quote_remind',
]);

const Rules = ({ page, agreement, rules }: Props) => {
  const say = settingsTexts(page.language);
  const sayPublished = publishedTexts(page.language);
  const { warrantyMonths } = agreement.coverage;
  const unreached = neverReached({ warrantyMonths, rules });
  return (
    <ol class="divide-y divide-base-300">
      {rules.map(({ rule, on }, at) => {
        const always = indispensable.includes(rule);
        const free = outcomes[rule].payer !== 'client';
        return (
          <li id={`rule-${rule}`} class="flex items-start gap-3 py-2">
            <input type="hidden" name="rule" value={rule} />
            <div class="flex shrink-0 flex-col gap-1">
              {(['up', 'down'] as const).map((way) => (
                <button
                  type="submit"
                  name="move"
                  value={`${way}:${rule}`}
                  formaction={`${action}#rule-${rule}`}
                  class="btn btn-sm px-2"
                  data-turbo="false"
                  disabled={!mayMove(rules, at, way === 'up' ? at - 1 : at + 1)}
                >
                  <span aria-hidden="true">{way === 'up' ? '↑' : '↓'}</span>
                  <span class="sr-only">
                    {say(`coverage.${way}`, { rule: say(`coverage.rule.${rule}`) })}
                  </span>
                </button>
              ))}
            </div>
            <label class={`flex flex-1 gap-3 py-1 ${always ? '' : 'cursor-pointer'}`}>
              <input
                type="checkbox"
                class="checkbox checkbox-primary"
                name={`on_${rule}`}
                checked={on}
                disabled={always}
              />
              <span>
                {ruleWords(rule, agreement, page.language)}
                <span class="block text-sm text-secondary">
                  {sayPublished(free ? 'pays.free' : 'pays.asked')}
                  {always && ` · ${say('coverage.always')}`}
                </span>
                {unreached.includes(rule) && (
                  <span class="block text-sm font-medium text-warning">! {say('coverage.unreached')}</span>
                )}
              </span>
            </label>
          </li>
        );
      })}
    </ol>
  );
};

const Changes = ({ page, changes, typed, today }: Props) => {
  const say = settingsTexts(page.language);
  if (!changes) return null;
  return (
    <div role="status">
      <Notice>
        {changes.length === 0 ? (
          say('coverage.preview_none')
        ) : (
          <>
            <p class="font-medium">
              {say('coverage.preview_title', { day: sayDate(typed.values.valid_from || today, page) })}
            </p>
            <ul class="my-2 list-disc space-y-1 pl-5">
              {changes.map((each) => (
                <li>{each}</li>
              ))}
            </ul>
            <p class="text-secondary">{say('coverage.preview_open')}</p>
          </>
        )}
      </Notice>
    </div>
  );
};
