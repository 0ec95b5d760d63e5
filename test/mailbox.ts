import { type AddressInfo, createServer } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A real mail server in this process that keeps what it is given. */
export interface MailServer {
  readonly url: string;
  readonly mails: readonly Email[];
  /** The latest mail to an address, once there is one that `fits`. */
  latestTo(address: string, fits?: (mail: Email) => boolean): Promise<Email>;
  close(): Promise<void>;
}

const patience = 20_000;

export async function startMailServer(): Promise<MailServer> {
  const mails: Email[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        mails.push(await PostalMime.parse(Buffer.concat(chunks)));
        for (const look of waiting) look();
        done();
      });
    },
  });
  // a program that is killed breaks off its connections
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    latestTo(address, fits = () => true) {
      const find = () =>
        mails.findLast((mail) => mail.to?.some((to) => to.address === address) && fits(mail));
      return new Promise((resolve, reject) => {
        const limit = setTimeout(() => {
          waiting.delete(look);
          reject(
            new Error(
              `No such mail to ${address} came; there are: ${mails.map(({ subject }) => subject).join(' | ')}`,
            ),
          );
        }, patience);
        const look = () => {
          const found = find();
          if (!found) return;
          clearTimeout(limit);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
