import type { Language } from '#lib/language.ts';
import { securityTexts } from './texts.ts';

const browsers: readonly (readonly [mark: RegExp, name: string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrom(e|ium)\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [mark: RegExp, name: string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** A browser and its device as people call them, by what the browser says of itself: «Firefox op Windows». */
export function sayDevice(userAgent: string | null, language: Language): string {
  const say = securityTexts(language);
  const find = (names: typeof browsers) => names.find(([mark]) => mark.test(userAgent ?? ''))?.[1];
  return say('sessions.device', {
    browser: find(browsers) ?? say('sessions.unknown_browser'),
    system: find(systems) ?? say('sessions.unknown_system'),
  });
}
