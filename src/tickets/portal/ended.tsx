import { sayDay } from '#ui/time.tsx';
import { ticketTexts } from '../texts.ts';
import { Said } from '../view/said.tsx';
import { ReopenForm } from './forms.tsx';
import { lastOf, Quote } from './quoted.tsx';
import type { Shown } from './shown.ts';

/** How a ticket ended, and the way to take it up again, or to report what follows on it. */
export const Ended = (shown: Shown) => {
  const { page, ticket, story, reopenable, forms } = shown;
  const say = ticketTexts(page.language);
  const end = lastOf(story, [
    'signed_off',
    'signed_off_by_silence',
    'dropped',
    'dropped_by_silence',
    'withdrawn',
    'research_declined',
  ]);
  const silence = end?.type === 'signed_off_by_silence';
  const closed = ticket.closed_at ?? page.now;
  return (
    <>
      <p>
        <Said
          page={page}
          text={silence ? 'portal.now.silence' : 'portal.now.closed_at'}
          fill={{ moment: closed }}
        />
      </p>
      {typeof end?.data.reason === 'string' && <Quote text={end.data.reason} />}
      {forms.includes('reopening') && reopenable ? (
        <>
          <p class="mt-2 mb-4">{say('portal.now.reopenable', { day: sayDay(reopenable, page) })}</p>
          <ReopenForm {...shown} />
        </>
      ) : (
        <>
          <p class="mt-2 mb-4">{say('portal.now.follow_up')}</p>
          <a class="btn btn-primary" href={`/report?follows=${ticket.id}`}>
            {say('portal.now.follow_up_act')}
          </a>
        </>
      )}
    </>
  );
};
