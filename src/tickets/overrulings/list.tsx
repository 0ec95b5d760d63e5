import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, Heading, Section } from '#ui/parts.tsx';
import { Moment } from '#ui/time.tsx';
import { ticketTexts } from '../texts.ts';
import type { Overruling } from './queries.ts';
import { overrulingTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly rows: readonly Overruling[];
  readonly next: number | null;
  readonly before: number | undefined;
}

export const path = '/desk/overrulings';

/** Who decided otherwise than the rules, when, about which ticket, and why. */
export const OverrulingsPage = ({ page, rows, next, before }: Props) => {
  const say = overrulingTexts(page.language);
  return (
    <Layout page={page} face="desk" title={say('title')}>
      <Heading title={say('title')}>
        {rows.length > 0 && (
          <a href={`${path}.csv`} class="btn" data-turbo="false">
            {say('download')}
          </a>
        )}
      </Heading>
      <p class="mb-4">{say('intro')}</p>
      {rows.length === 0 ? (
        <Empty>{say(before ? 'none_older' : 'none')}</Empty>
      ) : (
        <Section>
          <ol aria-label={say('title')} class="divide-y divide-base-300">
            {rows.map((row) => (
              <Line page={page} row={row} />
            ))}
          </ol>
        </Section>
      )}
      <p class="flex gap-4">
        {before && <a href={path}>{say('newest')}</a>}
        {next && <a href={`${path}?before=${next}`}>{say('older')}</a>}
      </p>
    </Layout>
  );
};

const Line = ({ page, row }: { page: Page; row: Overruling }) => {
  const say = overrulingTexts(page.language);
  const sayTicket = ticketTexts(page.language);
  const { was } = row;
  const rule = was?.rule ? ` (${sayTicket(`costs.rule.${was.rule}`)})` : '';
  return (
    <li class="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[1fr_1fr]">
      <div>
        <a href={`/desk/tickets/${row.ticketId}`}>{say('ticket', { number: row.number })}</a>{' '}
        <bdi class="font-medium">{row.subject}</bdi>
        <span class="block text-secondary">
          {row.organisation} · {row.site}
        </span>
        <span class="block text-secondary">
          <Moment at={row.at} page={page} /> {row.who && say('by', { name: row.who })}
        </span>
      </div>
      <div>
        {was && (
          <span class="block text-secondary">
            {was.rule === 'overruled' || was.rule === null
              ? say('from_hand', { verdict: sayTicket(`costs.payer.${was.payer}`) })
              : say('from', { verdict: sayTicket(`costs.payer.${was.payer}`) + rule })}
          </span>
        )}
        <span class="block font-medium">
          {row.payer ? say('to', { verdict: sayTicket(`costs.payer.${row.payer}`) }) : say('back')}
        </span>
        <bdi class="block">{row.reason}</bdi>
      </div>
    </li>
  );
};
