/** A setting that does not make sense; the message is one sentence that names it and says the remedy. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** What went wrong, as the sentence of a `ConfigError` says it. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
