import { z } from 'zod';
import { line, lines, seen } from '#lib/text.ts';

export const siteKinds = ['website', 'webshop'] as const;
export const sitePhases = ['development', 'live', 'ended'] as const;

const isWebAddress = (address: string) => {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !url.username;
};

/** Where the site is found: a bare name gets `https://`; anything but the web is refused. */
const addresses = () =>
  lines(20, 300)
    .transform((all) => all.map((each) => (/^[a-z][a-z\d+.-]*:/i.test(each) ? each : `https://${each}`)))
    .refine((all) => all.every(isWebAddress), 'not_an_url');

export const siteSchema = z.object({
  name: line(150),
  kind: z.enum(siteKinds, 'unknown_choice'),
  phase: z.enum(sitePhases, 'unknown_choice'),
  addresses: addresses(),
  critical_parts: lines(30, 150),
  seen: seen(),
});
