import type { Staff } from '#lib/actor.ts';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Act, Empty, Facts, Heading, Notice, Row, Rows, Section } from '#ui/parts.tsx';
import { Moment } from '#ui/time.tsx';
import { uiTexts } from '#ui/ui.ts';
import { mayReadLink, maySendAgain, withoutTokens } from './policy.ts';
import { type Attachment, type MailListed, type MailShown, pageSize, type Wanted } from './queries.ts';
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

/** Says that mails could not be delivered, when some could not; for every page of the desk that wants it. */
export const FailedNotice = ({ page, count }: { page: Page; count: number }) => {
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

interface MailProps {
  readonly page: Page;
  readonly actor: Staff;
  readonly mail: MailShown;
  readonly attachments: readonly Attachment[];
  readonly once: string;
  readonly delivers: boolean;
}

/** One mail as it looks, and how its delivery stands. */
export const MailPage = ({ page, actor, mail, attachments, once, delivers }: MailProps) => {
  const say = mailTexts(page.language);
  const open = mayReadLink(actor, mail);
  const about = mail.kind === 'quote_code' ? 'code.' : '';
  return (
    <Layout page={page} face="desk" title={mail.subject}>
      <Heading title={mail.subject} />
      {mail.secret && open && (
        <Notice kind="warning">{say(`${about}hand_over`, { name: mail.toName })}</Notice>
      )}
      <Section>
        <Standing page={page} mail={mail} attachments={attachments} />
        <Again page={page} actor={actor} mail={mail} once={once} delivers={delivers} />
      </Section>
      {mail.secret && !open && <Notice>{say(mail.text ? `${about}secret` : `${about}secret_gone`)}</Notice>}
      {mail.text && (
        <>
          <Section title={say('look')}>
            <iframe
              title={say('frame', { subject: mail.subject })}
              sandbox=""
              src={`/desk/mail/${mail.id}/html`}
              class="h-128 w-full rounded-box border border-base-300 bg-white"
            />
          </Section>
          <Section title={say('plain')}>
            <pre class="prose-text overflow-x-auto font-sans">
              {open ? mail.text : withoutTokens(mail.text)}
            </pre>
          </Section>
        </>
      )}
    </Layout>
  );
};

const Standing = ({ page, mail, attachments }: Pick<MailProps, 'page' | 'mail' | 'attachments'>) => {
  const say = mailTexts(page.language);
  const ticket = (
    <a href={`/desk/tickets/${mail.ticketId}`} class="text-primary underline">
      #{mail.ticketNumber}
    </a>
  );
  const waits = mail.state === 'queued' && mail.attempts > 0;
  return (
    <Facts
      facts={[
        [say('to'), `${mail.toName} <${mail.toAddress}>`],
        [say('standing'), say(`state.${mail.state}`)],
        [say('made'), <Moment at={mail.createdAt} page={page} />],
        ...(mail.sentAt ? ([[say('sent'), <Moment at={mail.sentAt} page={page} />]] as const) : []),
        ...(mail.ticketId ? ([[say('ticket'), ticket]] as const) : []),
        ...(attachments.length > 0
          ? ([[say('attachments'), attachments.map(({ name }) => name).join(', ')]] as const)
          : []),
        ...(mail.attempts > 0 ? ([[say('attempts'), String(mail.attempts)]] as const) : []),
        ...(waits ? ([[say('next'), <Moment at={mail.nextAt} page={page} />]] as const) : []),
        ...(mail.lastError ? ([[say('error'), mail.lastError]] as const) : []),
      ]}
    />
  );
};

const Again = ({ page, actor, mail, once, delivers }: Omit<MailProps, 'attachments'>) => {
  const say = mailTexts(page.language);
  if (!maySendAgain(actor, mail)) return null;
  if (!delivers) return <p class="mt-4 text-secondary">{say('again_cannot')}</p>;
  return (
    <div class="mt-4">
      <Act
        action={`/desk/mail/${mail.id}/delivery`}
        once={once}
        label={mail.state === 'failed' ? say('again') : say('send')}
        look="primary"
      />
    </div>
  );
};
