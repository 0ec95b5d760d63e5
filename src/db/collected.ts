import type pg from 'pg';

/** What the driver writes with; its types leave it out. */
interface Sending {
  readonly stream: pg.Connection['stream'];
  _send(message: Buffer): boolean;
}

/**
 * Has a connection send in one piece what is asked of it in one moment. A statement is four messages, a page a dozen of
 * statements, and each piece costs its own way through the stream and into the socket.
 */
export function collect(connection: pg.Connection): void {
  const sending = connection as unknown as Sending;
  let collected: Buffer[] = [];
  const send = () => {
    const all = collected;
    collected = [];
    if (sending.stream.writable) sending.stream.write(Buffer.concat(all));
  };
  sending._send = (message) => {
    if (collected.length === 0) process.nextTick(send);
    collected.push(message);
    return true;
  };
}
