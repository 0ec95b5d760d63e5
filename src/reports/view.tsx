import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, Heading, Section } from '#ui/parts.tsx';
import { sayMoment } from '#ui/time.tsx';
import { type DayLoad, LoadPicture } from './load-picture.tsx';
import { type Month, monthAfter, monthBefore } from './month.ts';
import { Promises } from './promises.tsx';
import type { MonthFigures } from './queries.ts';
import { Tables } from './tables.tsx';
import { reportTexts } from './texts.ts';

export interface Report {
  readonly page: Page;
  readonly month: Month;
  /** Whether it is the month of today, after which there is nothing yet. */
  readonly isNow: boolean;
  readonly figures: MonthFigures;
  readonly days: readonly DayLoad[];
  readonly organisation: { readonly id: string; readonly name: string } | null;
}

interface ReportProps extends Report {
  readonly face: 'desk' | 'portal';
  /** The clients among whom somebody at the agency chooses. */
  readonly organisations?: readonly { readonly id: string; readonly name: string }[];
}

/** One month: the load by day, and what became of the promises. */
export const MonthPage = (props: ReportProps) => {
  const { page, face, month, figures, organisation } = props;
  const say = reportTexts(page.language);
  const inWords = monthWords(month, page);
  const desk = face === 'desk';
  return (
    <Layout page={page} face={face} title={say('title_of', { month: inWords })}>
      <Heading title={say('title_of', { month: inWords })}>
        <Months {...props} />
      </Heading>
      {desk && <Choose {...props} />}
      {organisation && <p class="mb-2 text-lg">{say('for', { organisation: organisation.name })}</p>}
      {figures.all.tickets === 0 && props.days.every(({ solved }) => solved === 0) ? (
        <Empty>{say('empty', { month: inWords })}</Empty>
      ) : (
        <>
          <p class="mb-5 text-secondary">
            {say('hint', { month: inWords, moment: sayMoment(page.now, page) })}
          </p>
          <Section title={say('load.title')}>
            <LoadPicture page={page} month={inWords} days={props.days} />
          </Section>
          <Section title={`${say('promises.title')} ${say('tickets', { count: figures.all.tickets })}`}>
            <Promises page={page} figures={figures.all} />
          </Section>
          <Tables
            page={page}
            figures={figures}
            people={desk && !organisation}
            {...(desk && !organisation
              ? { clientHref: (id: string) => addressOf(props, { month: month.name, organisation: id }) }
              : {})}
          />
          <p class="print:hidden">
            <a
              href={`${addressOf(props, { month: month.name }).replace('?', '.csv?')}`}
              class="btn"
              data-turbo="false"
            >
              {say('csv')}
            </a>
          </p>
        </>
      )}
    </Layout>
  );
};

type Where = Pick<ReportProps, 'face' | 'organisation'>;

/** The address of another month, or of one client's. */
function addressOf({ face, organisation }: Where, query: { month: string; organisation?: string }): string {
  const chosen = query.organisation ?? (face === 'desk' ? organisation?.id : undefined);
  const search = new URLSearchParams({ month: query.month, ...(chosen ? { organisation: chosen } : {}) });
  return `${face === 'desk' ? '/desk/month' : '/month'}?${search}`;
}

const Months = (props: ReportProps) => {
  const say = reportTexts(props.page.language);
  return (
    <nav aria-label={say('months')} class="flex gap-2 print:hidden">
      <a href={addressOf(props, { month: monthBefore(props.month).name })} class="btn btn-sm">
        {say('earlier')}
      </a>
      {!props.isNow && (
        <a href={addressOf(props, { month: monthAfter(props.month).name })} class="btn btn-sm">
          {say('later')}
        </a>
      )}
    </nav>
  );
};

const Choose = ({ page, month, organisation, organisations = [] }: ReportProps) => {
  const say = reportTexts(page.language);
  return (
    <form method="get" action="/desk/month" class="mb-4 flex flex-wrap items-end gap-2 print:hidden">
      <input type="hidden" name="month" value={month.name} />
      <label class="text-sm">
        <span class="block text-secondary">{say('organisation')}</span>
        <select name="organisation" class="select">
          <option value="">{say('everyone')}</option>
          {organisations.map(({ id, name }) => (
            <option value={id} selected={id === organisation?.id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="btn">
        {say('show')}
      </button>
    </form>
  );
};

/** «november 2026». */
const monthWords = ({ from }: Month, { language }: Page) =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${from}T12:00:00Z`));
