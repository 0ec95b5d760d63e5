import type { Person } from '#lib/actor.ts';

/** What a page wants to hear of: one ticket, or all that its reader may see. */
export type Topic = { readonly ticket: string } | 'tickets';

/** One open page that waits to be told to fetch itself again. */
export interface Stream {
  readonly id: string;
  readonly sessionId: string;
  readonly topic: Topic;
  /** As they may see things now: replaced when their rights change. */
  person: Person;
  /** Whether the page can still be written to. */
  say(text: string): boolean;
  end(): void;
}

/** A page that reads nothing is not written to for ever: so many bytes may wait. */
const mostWaiting = 16_384;

interface Opening extends Pick<Stream, 'id' | 'sessionId' | 'topic' | 'person'> {
  readonly onGone: (stream: Stream) => void;
}

/** Opens a stream of server-sent events; `onGone` is told once, however it ends. */
export function openStream({ onGone, ...opening }: Opening): { stream: Stream; body: ReadableStream } {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const gone = () => {
    if (!controller) return;
    controller = null;
    onGone(stream);
  };
  const stream: Stream = {
    ...opening,
    say(text) {
      if (!controller || (controller.desiredSize ?? 0) <= 0) return false;
      controller.enqueue(encoder.encode(text));
      return true;
    },
    end() {
      controller?.close();
      gone();
    },
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(opened) {
        controller = opened;
      },
      cancel: gone,
    },
    { highWaterMark: mostWaiting, size: (chunk) => chunk?.byteLength ?? 0 },
  );
  return { stream, body };
}
