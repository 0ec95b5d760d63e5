import { ticketKinds } from '#agreement/coverage-rules.ts';
import { nothingTyped, RadioField, SelectField, TextField } from '#ui/form.tsx';
import { uiTexts } from '#ui/ui.ts';
import { ticketTexts } from '../texts.ts';
import { PartAdvice } from '../view/critical-parts.tsx';
import { OutlookWords } from './outlook.tsx';
import type { ReportProps } from './report-form.tsx';

/** The site: a choice, or simply named where there is only one. */
export const SiteField = ({ page, sites, follows, typed = nothingTyped }: ReportProps) => {
  const label = ticketTexts(page.language)('portal.report.site');
  const [only] = sites;
  if (sites.length === 1 && only)
    return (
      <div class="mb-5">
        <p class="font-medium">{label}</p>
        <p class="mt-1">
          <bdi>{only.name}</bdi>
        </p>
        <input type="hidden" name="siteId" value={only.id} />
      </div>
    );
  return (
    <SelectField
      name="siteId"
      label={label}
      language={page.language}
      typed={typed}
      value={follows?.site_id ?? ''}
      empty={uiTexts(page.language)('form.choose')}
      choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
};

/** What kind of ticket it is, in the clients' words: who pays depends on it. */
export const KindField = ({ page, typed = nothingTyped }: ReportProps) => {
  const say = ticketTexts(page.language);
  return (
    <SelectField
      name="kind"
      label={say('costs.kind')}
      language={page.language}
      typed={typed}
      value="defect"
      choices={ticketKinds.map((value) => ({ value, label: say(`costs.kinds.${value}`) }))}
    />
  );
};

/** The subject; the first words of the report where it is left empty. */
export const SubjectField = ({ page, follows, typed = nothingTyped }: ReportProps) => {
  const say = ticketTexts(page.language);
  return (
    <TextField
      name="subject"
      label={say('portal.report.subject')}
      hint={say('portal.report.subject_hint')}
      language={page.language}
      typed={typed}
      value={follows?.subject ?? ''}
      autocomplete="off"
      enterkeyhint="done"
      optional
    />
  );
};

/** The business-critical parts of the site that is chosen, and what follows from one. */
export const partsOf = ({ page, sites, follows, typed = nothingTyped }: ReportProps) => ({
  page,
  sites,
  typed,
  siteId: typed.values.siteId ?? follows?.site_id,
});

/** Urgency and impact, as two questions in the words of the agreement. */
export const Weighing = (props: ReportProps) => {
  const { page, agreement, typed = nothingTyped } = props;
  const { language } = page;
  const say = ticketTexts(language);
  return (
    <>
      <PartAdvice {...partsOf(props)} action="/report#advice" whose="yours" />
      <RadioField
        name="urgency"
        label={say('portal.report.urgency')}
        language={language}
        typed={typed}
        choices={(['high', 'medium', 'low'] as const).map((value) => ({
          value,
          label: say(`urgency.${value}`),
          hint: agreement.urgencies[value][language],
        }))}
      />
      <RadioField
        name="impact"
        label={say('portal.report.impact')}
        language={language}
        typed={typed}
        choices={(['large', 'medium', 'small'] as const).map((value) => ({
          value,
          label: say(`impact.${value}`),
          hint: agreement.impacts[value][language],
        }))}
      />
    </>
  );
};

/** What may be expected, filled in as the two questions are answered; without scripts by its button. */
export const Panel = ({ page, outlook, cost, previewed = false }: ReportProps) => {
  const say = ticketTexts(page.language);
  return (
    <report-panel
      id="outlook"
      class="block rounded-box border-l-4 border-primary bg-base-200 p-4"
      src="/report/outlook"
    >
      <h2 class="mb-2 font-semibold">{say('portal.outlook.title')}</h2>
      <div data-outlook aria-live="polite" class="min-h-28 sm:min-h-24">
        <OutlookWords page={page} outlook={outlook} cost={cost} missing={previewed} />
      </div>
      {/* Turbo takes no page as the answer to a form; this one is left to the browser. */}
      <button
        type="submit"
        name="preview"
        value="yes"
        formaction="/report#outlook"
        class="btn mt-3 h-auto min-h-10 bg-base-100 py-2"
        data-preview
        data-turbo="false"
      >
        {say('portal.outlook.show')}
      </button>
      <p class="mt-3 text-sm">
        <a href="/agreement#priority" target="_blank" rel="noopener">
          {say('portal.outlook.agreement')}
        </a>
      </p>
    </report-panel>
  );
};
