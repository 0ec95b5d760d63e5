import { numbered } from '#ui/numbered.ts';
import type { Piece } from './marking.ts';

/** Text with what was sought marked in it. */
export const Pieces = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>{pieces.map(({ text, hit }) => (hit ? <mark>{numbered(text)}</mark> : numbered(text)))}</>
);
