import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

const tries = 100;

export interface HeldPort {
  readonly port: number;
  /** Lets go of it, for the program to take it. */
  release(): Promise<void>;
}

/** Takes the port, or the next one that is free, and keeps others off it until it is needed; 0 takes any. */
export async function holdPort(wanted: number, host: string): Promise<HeldPort> {
  for (let port = wanted; ; port++) {
    const server = createServer((socket) => socket.destroy());
    try {
      await once(server.listen({ port, host, exclusive: true }), 'listening');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isTaken = code === 'EADDRINUSE' || code === 'EACCES';
      if (isTaken && port < Math.min(wanted + tries, 65_535)) continue;
      throw error;
    }
    return {
      port: (server.address() as AddressInfo).port,
      async release() {
        const closed = once(server, 'close');
        server.close();
        await closed;
      },
    };
  }
}
