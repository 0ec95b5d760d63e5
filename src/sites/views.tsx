import { type History, HistorySection } from '#events/history.tsx';
import { Form, MendNotice, RadioField, TextArea, TextField, Tick, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Facts, FormFoot, Heading, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import { contractEvent } from './contracts/history.ts';
import { ContractsSection } from './contracts/section.tsx';
import type { Span } from './contracts/spans.ts';
import type { SiteWithOwner } from './queries.ts';
import { siteKinds, sitePhases } from './schema.ts';
import { sitesTexts } from './texts.ts';

interface FieldsProps {
  readonly page: Page;
  readonly typed: Typed;
  readonly site?: SiteWithOwner;
}

const SiteFields = ({ page, typed, site }: FieldsProps) => {
  const say = sitesTexts(page.language);
  const common = { language: page.language, typed };
  return (
    <>
      <TextField
        {...common}
        name="name"
        label={say('name')}
        hint={say('name_hint')}
        value={site?.name ?? ''}
      />
      <RadioField
        {...common}
        name="kind"
        label={say('kind')}
        value={site?.kind ?? 'website'}
        choices={siteKinds.map((each) => ({ value: each, label: say(`kinds.${each}`) }))}
      />
      <RadioField
        {...common}
        name="phase"
        label={say('phase')}
        value={site?.phase ?? 'live'}
        choices={sitePhases.map((each) => ({
          value: each,
          label: say(`phases.${each}`),
          hint: say(`phase_hint.${each}`),
        }))}
      />
      <TextArea
        {...common}
        name="addresses"
        label={say('addresses')}
        hint={say('addresses_hint')}
        value={site?.addresses.join('\n') ?? ''}
        rows={3}
        optional
      />
      <TextArea
        {...common}
        name="critical_parts"
        label={say('critical_parts')}
        hint={say('critical_parts_hint')}
        value={site?.criticalParts.join('\n') ?? ''}
        rows={4}
        optional
      />
      <OftenCritical page={page} typed={typed} listed={site?.criticalParts ?? []} />
    </>
  );
};

const often = ['ordering', 'stock', 'searching', 'signing_in', 'contact_form', 'booking'] as const;

/** What is often business-critical and is not in the list yet: a tick adds it. */
const OftenCritical = ({
  page,
  typed,
  listed,
}: Omit<FieldsProps, 'site'> & { listed: readonly string[] }) => {
  const say = sitesTexts(page.language);
  const typedParts = typed.values.critical_parts?.split(/\r?\n/) ?? listed;
  const missing = often.map((each) => say(`often.${each}`)).filter((part) => !typedParts.includes(part));
  if (missing.length === 0) return null;
  return (
    <fieldset class="-mt-2 mb-5">
      <legend class="font-medium">{say('often_critical')}</legend>
      <p class="mb-1 text-sm text-secondary">{say('often_critical_hint')}</p>
      <div class="flex flex-wrap gap-x-6">
        {missing.map((part) => (
          <Tick name="critical_more" value={part} label={part} checked={false} />
        ))}
      </div>
    </fieldset>
  );
};

interface NewProps {
  readonly page: Page;
  readonly once: string;
  readonly typed: Typed;
  readonly organisation: { readonly id: string; readonly name: string };
}

/** Adds a site to a client. */
export const NewSitePage = ({ page, once, typed, organisation }: NewProps) => {
  const say = sitesTexts(page.language);
  const back = `/desk/organisations/${organisation.id}`;
  return (
    <Layout page={page} face="desk" title={say('new')}>
      <h1 class="text-2xl font-semibold">{say('new')}</h1>
      <p class="mb-5">
        <a href={back}>{organisation.name}</a>
      </p>
      <MendNotice typed={typed} language={page.language} />
      <Section>
        <Form action={`${back}/sites`} once={once}>
          <SiteFields page={page} typed={typed} />
          <FormFoot label={say('add')} back={{ href: back, label: uiTexts(page.language)('form.cancel') }} />
        </Form>
      </Section>
    </Layout>
  );
};

interface SiteProps {
  readonly page: Page;
  readonly newId: () => string;
  readonly today: string;
  readonly spans: readonly Span[];
  readonly typed: Typed;
  readonly mayManage: boolean;
  readonly site: SiteWithOwner;
  readonly openTickets: number;
  readonly seen: number;
  readonly history: History;
}

/** One site at the desk. */
export const SitePage = (props: SiteProps) => {
  const { page, newId, today, typed, mayManage, site, openTickets, seen, history } = props;
  const say = sitesTexts(page.language);
  return (
    <Layout page={page} face="desk" title={site.name}>
      <Heading title={site.name}>
        <a class="btn" href={`/desk?site=${site.id}`}>
          {say('tickets', { count: openTickets })}
        </a>
      </Heading>
      <p class="mb-4">
        <a href={`/desk/organisations/${site.organisationId}`}>{site.organisation}</a>
      </p>
      <MendNotice typed={typed} language={page.language} />
      <ContractsSection {...props} siteId={site.id} />
      <Section title={say('details')}>
        {mayManage ? (
          <Form action={`/desk/sites/${site.id}`} once={newId()}>
            <input type="hidden" name="seen" value={String(seen)} />
            <SiteFields page={page} typed={typed} site={site} />
            <FormFoot label={uiTexts(page.language)('form.save')} />
          </Form>
        ) : (
          <Shown page={page} site={site} />
        )}
      </Section>
      <HistorySection
        page={page}
        title={say('history')}
        history={history}
        say={(type, data) =>
          contractEvent(type, data, page, today) ?? say(`event.${type.replace('.', '_') as 'site_added'}`)
        }
      />
    </Layout>
  );
};

const Shown = ({ page, site }: { page: Page; site: SiteWithOwner }) => {
  const say = sitesTexts(page.language);
  return (
    <Facts
      facts={[
        [say('kind'), say(`kinds.${site.kind}`)],
        [say('phase'), say(`phases.${site.phase}`)],
        [
          say('addresses'),
          site.addresses.map((each) => (
            <a class="block text-primary underline" href={each} rel="noreferrer">
              {each}
            </a>
          )),
        ],
        [say('critical_parts'), site.criticalParts.join(', ') || '–'],
      ]}
    />
  );
};
