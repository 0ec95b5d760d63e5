import { createTransport } from 'nodemailer';
import type { Mailbox } from './mailbox.ts';

/** A file as it goes with a mail. */
export interface OutgoingFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A mail as it goes over the wire. */
export interface Outgoing {
  readonly from: Mailbox;
  readonly to_name: string;
  readonly to_address: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly message_id: string;
  readonly in_reply_to: string | null;
  readonly reference_ids: readonly string[];
  readonly attachments: readonly OutgoingFile[];
  readonly at: Date;
}

/** The way to the mail server. */
export interface Wire {
  /** Resolves once the server has taken the mail; a `SendFailure` otherwise. */
  send(mail: Outgoing): Promise<void>;
  close(): void;
}

/** The server did not take a mail, or did not answer. The message is what it said, for the desk. */
export class SendFailure extends Error {
  override name = 'SendFailure';
  /** The server will never take it: it knows no such addressee. */
  readonly forGood: boolean;
  constructor(message: string, forGood: boolean) {
    super(message);
    this.forGood = forGood;
  }
}

const seconds = 1_000;
/** Longer than any answer that a server owes; a mail's row is locked meanwhile. */
const patience = 60 * seconds;

/** Opens the way to the server of `SMTP_URL`. Its certificate is verified; no connection is made yet. */
export function openWire(smtpUrl: string): Wire {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 3,
    // The outbox alone decides about sending again.
    maxRequeues: 0,
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
    dnsTimeout: 10 * seconds,
    idleTimeout: 30 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      try {
        await transport.sendMail({ ...messageOf(mail), signal: AbortSignal.timeout(patience) });
      } catch (error) {
        throw failureOf(error);
      }
    },
    close: () => transport.close(),
  };
}

const messageOf = (mail: Outgoing) => ({
  from: mail.from,
  to: { name: mail.to_name, address: mail.to_address },
  // Said apart from the headers, so that nothing in a name can become one more recipient.
  envelope: { from: mail.from.address, to: [mail.to_address] },
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  messageId: mail.message_id,
  ...(mail.in_reply_to ? { inReplyTo: mail.in_reply_to } : {}),
  references: [...mail.reference_ids],
  attachments: mail.attachments.map(({ name, mediaType, bytes }) => ({
    filename: name,
    contentType: mediaType,
    content: Buffer.from(bytes),
  })),
  date: mail.at,
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
});

interface SmtpError extends Error {
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

function failureOf(error: unknown): SendFailure {
  const { message, response, responseCode, command } = error as SmtpError;
  const refusedAddressee = command === 'RCPT TO' && responseCode !== undefined && responseCode >= 500;
  return new SendFailure((response ?? message).slice(0, 500), refusedAddressee);
}
