import { createHash, randomBytes } from 'node:crypto';

/** A token for a link: 256 bits that nobody guesses. Only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The hash under which a token is stored: SHA-256 in hex. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
