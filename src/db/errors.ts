/** The database cannot be used as it is; the message is a sentence for a person that says the remedy. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

const networkErrors = new Set(
  'ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH EHOSTDOWN'.split(' '),
);
// Class 08 is a lost connection; then: shutting down, crashed, starting up, dropped, full.
const serverStates = /^(08...|57P0[1-5]|53300)$/;
// The driver gives these without a code.
const driverMessages = /^(Connection terminated|timeout e|Client has encountered a connection error)/;

/**
 * Whether an error means that the database is away for the moment (being restarted, unreachable, full), so
 * that trying again later makes sense; anything else is a mistake of the program or of its data.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isUnavailable)) return true;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return syscall === 'connect';
  if (code !== undefined && networkErrors.has(code)) return true;
  if (code !== undefined && serverStates.test(code)) return true;
  return driverMessages.test(error.message) || isUnavailable(error.cause);
}
