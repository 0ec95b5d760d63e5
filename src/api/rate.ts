interface Window {
  used: number;
  endsAt: number;
}

export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the window ends and all of it may be used again. */
  readonly reset: number;
  readonly exceeded: boolean;
}

const minute = 60_000;

/** Counts the requests of each token in windows of a minute, in this process; every node counts for itself. */
export class RateLimiter {
  readonly #windows = new Map<string, Window>();

  /** Counts one request of a token that may make `limit` in a minute. */
  take(tokenId: string, limit: number, now: number): Allowance {
    let window = this.#windows.get(tokenId);
    if (!window || window.endsAt <= now) {
      window = { used: 0, endsAt: now + minute };
      this.#windows.set(tokenId, window);
    }
    window.used++;
    return {
      limit,
      remaining: Math.max(0, limit - window.used),
      reset: Math.ceil((window.endsAt - now) / 1000),
      exceeded: window.used > limit,
    };
  }
}

/** What an allowance says to the program that asks. */
export const rateHeaders = ({ limit, remaining, reset }: Allowance): Record<string, string> => ({
  'RateLimit-Limit': String(limit),
  'RateLimit-Remaining': String(remaining),
  'RateLimit-Reset': String(reset),
});
