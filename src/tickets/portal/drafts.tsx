import { DiscardForm, DraftKeeper } from '#drafts/keeper.tsx';
import type { Shown, TextForm } from './shown.ts';

type Props = Shown & { readonly from: TextForm };

const draftOf = ({ again, drafts, from }: Props) => (again?.from === from ? undefined : drafts.get(from));

const placeOf = ({ ticket, from }: Props) => ({ ticketId: ticket.id, form: from });

/** Keeps what is typed in the form that it stands in. */
export const Keeper = (props: Props) => (
  <DraftKeeper page={props.page} place={placeOf(props)} draft={draftOf(props)} />
);

/** Throws that away; stands before the form. */
export const Discard = (props: Props) => <DiscardForm place={placeOf(props)} draft={draftOf(props)} />;
