/** Somebody who sends or gets mail. Name and address stay apart, so that neither can forge a header. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** Reads `Support <support@example.nl>` or a bare address; null when it is neither. */
export function readMailbox(text: string): Mailbox | null {
  const match = /^(?:"?([^<>"\r\n]*?)"?\s*<([^<>\s]+@[^<>\s]+)>|([^<>\s]+@[^<>\s]+))$/.exec(text.trim());
  if (!match) return null;
  return { name: (match[1] ?? '').trim(), address: match[2] ?? match[3] ?? '' };
}

/** Writes a mailbox so that `readMailbox` reads it. */
export const writeMailbox = ({ name, address }: Mailbox): string => (name ? `${name} <${address}>` : address);
