import { Via } from '#events/via.tsx';
import { SettingsFrame } from '#settings/frame.tsx';
import { nothingTyped, SelectField } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, Section } from '#ui/parts.tsx';
import { Moment } from '#ui/time.tsx';
import { uiTexts } from '#ui/ui.ts';
import { kinds, type LogFilter, type LogRow } from './log.ts';
import { logTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly filter: LogFilter;
  readonly log: { readonly rows: readonly LogRow[]; readonly next: number | null };
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Who did what, the latest first, and the way to what was before. */
export const LogPage = ({ page, filter, log, people }: Props) => {
  const say = logTexts(page.language);
  const common = { language: page.language, typed: nothingTyped, optional: false };
  const query = (before: number) => {
    const { kind, person } = filter;
    return new URLSearchParams({ ...(kind && { kind }), ...(person && { person }), before: String(before) });
  };
  return (
    <SettingsFrame page={page} room="log">
      <p class="mb-4">{say('intro')}</p>
      <form method="get" action="/desk/settings/log" class="grid gap-x-4 sm:grid-cols-[1fr_1fr_auto]">
        <SelectField
          {...common}
          name="kind"
          label={say('filter.kind')}
          value={filter.kind ?? null}
          empty={say('filter.all')}
          choices={kinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
        />
        <SelectField
          {...common}
          name="person"
          label={say('filter.person')}
          value={filter.person ?? null}
          empty={say('filter.everybody')}
          choices={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <button type="submit" class="btn mb-5 self-end">
          {uiTexts(page.language)('list.filter')}
        </button>
      </form>
      {log.rows.length === 0 ? (
        <Empty>{say('none')}</Empty>
      ) : (
        <Section>
          <ol aria-label={say('list')} class="divide-y divide-base-300">
            {log.rows.map((row) => (
              <Line page={page} row={row} />
            ))}
          </ol>
        </Section>
      )}
      <p class="flex gap-4">
        {filter.before && <a href={`/desk/settings/log`}>{say('newest')}</a>}
        {log.next && <a href={`/desk/settings/log?${query(log.next)}`}>{say('older')}</a>}
      </p>
    </SettingsFrame>
  );
};

const Line = ({ page, row }: { page: Page; row: LogRow }) => {
  const say = logTexts(page.language);
  const name = nameOf(row);
  return (
    <li class="flex flex-wrap gap-x-4 py-2">
      <span class="w-40 text-secondary">
        <Moment at={row.at} page={page} />
      </span>
      <span class="min-w-48 flex-1">
        <span class="font-medium">{row.actor ?? say('nazorg')}</span> · {sayEvent(row, page)}
        {name && name !== row.actor && <span class="wrap-anywhere">: {name}</span>}
        {row.client && <span class="text-secondary"> ({row.client})</span>}
        <Via data={row.data as Record<string, unknown>} page={page} />
      </span>
    </li>
  );
};

const nameOf = ({ subject, data }: LogRow): string | null => {
  const { name } = data as { name?: unknown };
  return subject ?? (typeof name === 'string' ? name : null);
};

interface Told {
  readonly way?: 'password';
  readonly secondFactor?: 'app' | null;
  readonly address?: string | null;
  readonly before?: string;
}

function sayEvent({ type, data }: LogRow, page: Page): string {
  const say = logTexts(page.language);
  const said = say(`event.${type.replace('.', '_') as 'sign_in_done'}`);
  const { way, secondFactor, address, before } = data as Told;
  if (type.startsWith('person.address') && address)
    return `${said} ${before ? say('moved', { before, address }) : `(${address})`}`;
  if (type !== 'sign_in.done') return said;
  return [
    said,
    way && say(`way.${way}`),
    secondFactor && say(`factor.${secondFactor}`),
    address && say('from', { address }),
  ]
    .filter(Boolean)
    .join(' ');
}
