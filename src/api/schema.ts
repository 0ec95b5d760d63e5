import { z } from 'zod';
import { line, optionalLine } from '#lib/text.ts';
import { scopeNames, tokenRoles } from './scopes.ts';

/** For how long a token can be made, in days; without an end only by choosing so. */
export const expiries = ['30', '90', '365', 'never'] as const;

/** The most requests in a minute that can be given to a token. */
const most = 1_000_000;

export const tokenSchema = z.object({
  name: line(100),
  role: z.enum(tokenRoles, 'required'),
  scopes: z.array(z.enum(scopeNames, 'unknown_choice')).min(1, 'required'),
  expiry: z.enum(expiries, 'required').transform((expiry) => (expiry === 'never' ? null : Number(expiry))),
  rate: optionalLine(20).transform((value, context) => {
    if (value === null) return null;
    if (/^\d{1,7}$/.test(value) && Number(value) >= 1 && Number(value) <= most) return Number(value);
    context.addIssue({ code: 'custom', message: 'not_a_number' });
    return z.NEVER;
  }),
});
