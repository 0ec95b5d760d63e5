import type { Page } from '#ui/page.ts';
import { sayMoment } from '#ui/time.tsx';
import type { Draft, Place } from './drafts.ts';
import { draftTexts } from './texts.ts';

/** Where a form's draft is kept. */
export const draftPath = ({ ticketId, form }: Place): string =>
  ticketId ? `/tickets/${ticketId}/drafts/${form}` : `/drafts/${form}`;

const discardId = (form: string) => `${form}-discard`;

/** Throws a draft away; stands beside the form whose draft it is, since no form can stand in another. */
export const DiscardForm = ({ place, draft }: { place: Place; draft: Draft | undefined }) =>
  draft ? (
    <form id={discardId(place.form)} method="post" action={`${draftPath(place)}/removal`} hidden />
  ) : null;

interface KeeperProps {
  readonly page: Page;
  readonly place: Place;
  /** What was put back into the form. */
  readonly draft: Draft | undefined;
}

/** Stands in a form and keeps what is typed in it; says what was put back, and how to be rid of it. */
export const DraftKeeper = ({ page, place, draft }: KeeperProps) => {
  const say = draftTexts(page.language);
  return (
    <draft-keeper
      class="mb-2 block text-sm text-secondary"
      src={draftPath(place)}
      data-of={page.person?.id}
      data-saved={say('saved')}
    >
      {draft && (
        <p class="flex flex-wrap items-center gap-x-3">
          {say('restored', { moment: sayMoment(draft.at, page) })}
          <button type="submit" form={discardId(place.form)} class="btn btn-ghost btn-sm">
            {say('discard')}
          </button>
        </p>
      )}
      <span role="status" data-state />
    </draft-keeper>
  );
};
