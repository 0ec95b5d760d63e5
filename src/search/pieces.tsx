import type { Piece } from './marking.ts';

/** Text with what was sought marked in it. */
export const Pieces = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>
    {pieces.map(({ text, hit }) =>
      hit ? <mark class="rounded-xs bg-primary/25 text-inherit">{text}</mark> : text,
    )}
  </>
);
