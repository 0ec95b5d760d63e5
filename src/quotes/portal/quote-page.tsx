import { euroWords } from '#lib/money.ts';
import { Layout } from '#ui/layout.tsx';
import { Notice } from '#ui/parts.tsx';
import { sayDate, sayDay } from '#ui/time.tsx';
import { totalsWith } from '../amounts.ts';
import { quoteName } from '../shown.ts';
import { quotesTexts } from '../texts.ts';
import { QuoteDocument } from '../view/document.tsx';
import { AgreeForm, AskForm, DeclineForm, WhoDecides } from './forms.tsx';
import type { Shown } from './gather.tsx';

/** A quote as its client reads it; the decision comes last of all, below the terms. */
export const QuotePage = (shown: Shown) => {
  const { page, quote, standing, ticks, decides, again } = shown;
  const say = quotesTexts(page.language);
  const name = quoteName(quote, page.language);
  const open = standing === 'sent';
  const optional = quote.lines.some((line) => line.optional);
  return (
    <Layout page={page} face="portal" title={`${name}: ${quote.title}`}>
      <p class="text-secondary">
        {name} · {say(`state.${standing}`)}
        {quote.sentAt && ` · ${say('portal.sent_on', { day: sayDay(quote.sentAt, page) })}`}
      </p>
      <h1 class="mb-2 text-2xl font-semibold wrap-anywhere">{quote.title}</h1>
      <p class="mb-5 flex flex-wrap gap-x-4 gap-y-1 text-secondary">
        <span>{say('portal.from', { agency: page.brand.name, organisation: quote.organisation })}</span>
        {quote.ticketNumber && (
          <span>
            {shown.seesTicket ? (
              <a href={`/tickets/${quote.ticketId}`} class="text-primary underline underline-offset-2">
                {say('for_ticket', { number: quote.ticketNumber })}
              </a>
            ) : (
              say('for_ticket', { number: quote.ticketNumber })
            )}
          </span>
        )}
        <a
          href={`/quotes/${quote.id}/pdf`}
          class="text-primary underline underline-offset-2"
          data-turbo="false"
        >
          {say('portal.pdf')}
        </a>
      </p>
      {again?.conflict && (
        <div role="alert">
          <Notice kind="warning">{again.conflict}</Notice>
        </div>
      )}
      <Standing {...shown} />
      <QuoteDocument
        page={page}
        quote={quote}
        ticks={ticks}
        choosing={open && optional ? { action: `/quotes/${quote.id}/choice` } : null}
      />
      {open && decides && <AgreeForm {...shown} />}
      {open && !decides && <WhoDecides {...shown} />}
      {open && decides && <DeclineForm {...shown} />}
      <AskForm {...shown} />
    </Layout>
  );
};

/** How a quote ended, and where to go from there. */
const Standing = ({ page, quote, standing, acceptance, newer }: Shown) => {
  const say = quotesTexts(page.language);
  if (standing === 'sent' || standing === 'draft') return null;
  const day = sayDay(quote.endedAt ?? quote.endsAt ?? page.now, page);
  const words = {
    accepted: () =>
      say('portal.standing.accepted', {
        day,
        name: acceptance?.name ?? '',
        gross: euroWords(totalsWith(quote.lines, acceptance?.ticks ?? []).grossCents, page.language),
      }),
    declined: () => say('portal.standing.declined', { day }),
    expired: () => say('portal.standing.expired', { day: sayDate(quote.validUntil, page) }),
    withdrawn: () => say('portal.standing.withdrawn', { day }),
    replaced: () => say('portal.standing.replaced'),
  }[standing]();
  return (
    <Notice kind={standing === 'accepted' ? 'info' : 'warning'}>
      <p>{words}</p>
      {quote.endedReason && (
        <blockquote class="mt-2 border-l-4 border-base-300 pl-3">
          <span class="block text-sm text-secondary">{say('portal.why')}</span>
          <span class="whitespace-pre-line">{quote.endedReason}</span>
        </blockquote>
      )}
      {newer && (
        <a class="btn btn-primary mt-3" href={`/quotes/${newer.id}`}>
          {say('portal.standing.newer')}
        </a>
      )}
    </Notice>
  );
};
