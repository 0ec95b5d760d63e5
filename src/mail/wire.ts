import { createTransport } from 'nodemailer';
import type { Mailbox } from './mailbox.ts';

/** A mail as it goes over the wire. Names and addresses stay apart, so that neither can forge a header. */
export interface Outgoing {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
}

export interface Wire {
  /** Hands a mail to the server; rejects when it does not take it. */
  send(mail: Outgoing): Promise<void>;
  close(): void;
}

/** Why a server did not take a mail, and whether it never will. */
export class Refused extends Error {
  override name = 'Refused';
  readonly forGood: boolean;
  constructor(reason: string, forGood: boolean) {
    super(reason);
    this.forGood = forGood;
  }
}

const seconds = 1000;

/** A few connections to the mail server that `SMTP_URL` names; every step of a delivery has its time limit. */
export function openWire(smtpUrl: string): Wire {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 15 * seconds,
    greetingTimeout: 15 * seconds,
    socketTimeout: 30 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ references, inReplyTo, ...mail }) {
      try {
        await transport.sendMail({
          ...mail,
          ...(inReplyTo ? { inReplyTo } : {}),
          ...(references.length ? { references: [...references] } : {}),
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
      } catch (error) {
        throw refusal(error);
      }
    },
    close: () => transport.close(),
  };
}

function refusal(error: unknown): Refused {
  const { message, responseCode, command } = error as {
    message?: string;
    responseCode?: number;
    command?: string;
  };
  const forGood = command === 'RCPT TO' && responseCode !== undefined && responseCode >= 500;
  return new Refused((message ?? 'The mail server gave no reason.').slice(0, 500), forGood);
}
