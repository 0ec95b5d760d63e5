import { ticketTexts } from '#tickets/texts.ts';
import type { Page } from '#ui/page.ts';
import { Section } from '#ui/parts.tsx';
import type { Figures, Kept, MonthFigures } from './queries.ts';
import { reportTexts } from './texts.ts';

interface Named extends Figures {
  readonly name: string;
  readonly href?: string | undefined;
}

interface TablesProps {
  readonly page: Page;
  readonly figures: MonthFigures;
  /** The address of one client's own report; none where only one client is shown. */
  readonly clientHref?: (id: string) => string;
  /** Whether it is shown to the agency: clients read nothing about single colleagues. */
  readonly people: boolean;
}

/** The same figures by priority, by client and by colleague. */
export const Tables = ({ page, figures, clientHref, people }: TablesProps) => {
  const say = reportTexts(page.language);
  const priority = ticketTexts(page.language);
  const named = figures.byPriority.map((each) => ({ ...each, name: priority(`priority.${each.priority}`) }));
  return (
    <>
      <Section title={say('by.priority')}>
        <FiguresTable page={page} label={say('by.priority')} rows={named} />
      </Section>
      {clientHref && (
        <Section title={say('by.organisation')}>
          <FiguresTable
            page={page}
            label={say('by.organisation')}
            rows={figures.byOrganisation.map((each) => ({
              ...each,
              href: each.id ? clientHref(each.id) : undefined,
            }))}
          />
        </Section>
      )}
      {people && (
        <Section title={say('by.person')}>
          <FiguresTable
            page={page}
            label={say('by.person')}
            rows={figures.byPerson.map((each) => ({ ...each, name: each.name || say('by.nobody') }))}
          />
        </Section>
      )}
    </>
  );
};

interface FiguresProps {
  readonly page: Page;
  /** What it is called where it is scrolled. */
  readonly label: string;
  readonly rows: readonly Named[];
}

const FiguresTable = ({ page, label, rows }: FiguresProps) => {
  const say = reportTexts(page.language);
  const cell = ({ kept, missed }: Kept) =>
    kept + missed === 0 ? '–' : say('by.cell', { kept, judged: kept + missed });
  return (
    // a table of five columns scrolls by itself on a phone, and by keyboard
    <section class="overflow-x-auto" tabindex={0} aria-label={label}>
      <table class="table table-sm tabular-nums">
        <thead>
          <tr>
            <th scope="col">{say('by.name')}</th>
            <Head>{say('by.tickets')}</Head>
            <Head>{say('promises.response')}</Head>
            <Head>{say('promises.solution')}</Head>
            <Head>{say('promises.expected')}</Head>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, href, tickets, response, solution, expected }) => (
            <tr>
              <th scope="row" class="min-w-36 font-normal">
                {href ? (
                  <a href={href} class="text-primary underline underline-offset-2">
                    {name}
                  </a>
                ) : (
                  name
                )}
              </th>
              <td class="text-right">{tickets}</td>
              <td class="text-right whitespace-nowrap">{cell(response)}</td>
              <td class="text-right whitespace-nowrap">{cell(solution)}</td>
              <td class="text-right whitespace-nowrap">{cell(expected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Head = ({ children }: { children?: string }) => (
  <th scope="col" class="text-right">
    {children}
  </th>
);
