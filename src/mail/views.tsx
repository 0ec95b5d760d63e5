import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, Heading, Notice, Row, Rows } from '#ui/parts.tsx';
import { Moment } from '#ui/time.tsx';
import { uiTexts } from '#ui/ui.ts';
import { type MailListed, pageSize, type Wanted } from './queries.ts';
import { mailTexts } from './texts.ts';

export const mailStates = ['queued', 'sent', 'failed', 'kept'] as const;

interface ListProps {
  readonly page: Page;
  readonly wanted: Wanted;
  readonly listed: readonly MailListed[];
  readonly failed: number;
  readonly delivers: boolean;
}

const queryFor = ({ state, to, ticket }: Wanted, before: string) =>
  new URLSearchParams({ state: state ?? '', to, ticket: String(ticket ?? ''), before }).toString();

/** Every mail that the program wrote, the newest first, with how its delivery stands. */
export const MailsPage = ({ page, wanted, listed, failed, delivers }: ListProps) => {
  const say = mailTexts(page.language);
  const shown = listed.slice(0, pageSize);
  const filtered = wanted.state !== null || wanted.to !== '' || wanted.ticket !== null;
  return (
    <Layout page={page} face="desk" title={say('title')}>
      <Heading title={say('title')} />
      {!delivers && <Notice kind="warning">{say('kept_notice')}</Notice>}
      <FailedNotice page={page} count={failed} />
      <Filter page={page} wanted={wanted} />
      {shown.length === 0 ? (
        <Empty>{filtered || wanted.before ? say('found_none') : say('none')}</Empty>
      ) : (
        <Rows label={say('title')}>
          {shown.map((mail) => (
            <Row href={`/desk/mail/${mail.id}`} name={mail.subject} mark={say(`state.${mail.state}`)}>
              <span>{`${mail.toName} <${mail.toAddress}>`}</span>
              {mail.ticketNumber !== null && <span>#{mail.ticketNumber}</span>}
              <Moment at={mail.sentAt ?? mail.createdAt} page={page} />
            </Row>
          ))}
        </Rows>
      )}
      <nav class="mt-4 flex flex-wrap gap-2">
        {(filtered || wanted.before) && (
          <a class="btn" href="/desk/mail">
            {filtered ? say('filter.clear') : say('newest')}
          </a>
        )}
        {listed.length > pageSize && (
          <a class="btn" href={`/desk/mail?${queryFor(wanted, shown.at(-1)!.id)}`}>
            {say('older')}
          </a>
        )}
      </nav>
    </Layout>
  );
};

/** Says that mails could not be delivered, when some could not. */
const FailedNotice = ({ page, count }: { page: Page; count: number }) => {
  const say = mailTexts(page.language);
  if (count === 0) return null;
  return (
    <Notice kind="error">
      {say('failed', { count })} <a href="/desk/mail?state=failed">{say('failed_see')}</a>
    </Notice>
  );
};

const Filter = ({ page, wanted }: { page: Page; wanted: Wanted }) => {
  const say = mailTexts(page.language);
  const sayUi = uiTexts(page.language);
  return (
    <form
      method="get"
      action="/desk/mail"
      class="mb-6 grid items-end gap-3 md:grid-cols-[1fr_2fr_1fr_auto]"
      role="search"
    >
      <label class="block">
        <span class="font-medium">{say('filter.state')}</span>
        <select name="state" class="select mt-1 w-full text-base">
          <option value="">{sayUi('list.all')}</option>
          {mailStates.map((state) => (
            <option value={state} selected={state === wanted.state}>
              {say(`state.${state}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="block">
        <span class="font-medium">{say('filter.to')}</span>
        <input name="to" type="search" class="input mt-1 w-full text-base" value={wanted.to} />
      </label>
      <label class="block">
        <span class="font-medium">{say('filter.ticket')}</span>
        <input
          name="ticket"
          inputmode="numeric"
          class="input mt-1 w-full text-base"
          value={String(wanted.ticket ?? '')}
        />
      </label>
      <button type="submit" class="btn">
        {sayUi('list.filter')}
      </button>
    </form>
  );
};
