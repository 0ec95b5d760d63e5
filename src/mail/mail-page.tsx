import type { Staff } from '#lib/actor.ts';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Act, Facts, Heading, Notice, Section } from '#ui/parts.tsx';
import { Moment } from '#ui/time.tsx';
import { mayReadLink, maySendAgain, withoutTokens } from './policy.ts';
import type { Attachment, MailShown } from './queries.ts';
import { mailTexts } from './texts.ts';

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
