/** Colours from the agency's one accent, each with the contrast that WCAG AA asks of text: 4.5 to 1. */

type Rgb = readonly [number, number, number];

const parse = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const write = (rgb: Rgb) => `#${rgb.map((each) => Math.round(each).toString(16).padStart(2, '0')).join('')}`;

function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((each) => {
    const share = each / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours (`#rrggbb`), from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(parse(a)), luminance(parse(b))];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function until(readable: (colour: string) => boolean, from: string, towards: Rgb): string {
  const start = parse(from);
  for (let share = 0; share < 1; share += 0.04) {
    const mixed = write(start.map((each, at) => each + (towards[at]! - each) * share) as unknown as Rgb);
    if (readable(mixed)) return mixed;
  }
  return write(towards);
}

const surfaces = { light: ['#ffffff', '#f4f5f6'], dark: ['#15181c', '#22272d'] };
const readableOn = (grounds: readonly string[]) => (colour: string) =>
  grounds.every((ground) => contrast(colour, ground) >= 4.6);

/** The accent, as dark as text on white paper needs it. */
export const readableOnWhite = (accent: string): string =>
  until(readableOn(surfaces.light), accent, [0, 0, 0]);

/** The style sheet that carries the agency's accent into both the light and the dark face. */
export function accentSheet(accent: string): string {
  const onWhite = readableOnWhite(accent);
  const onDark = until(readableOn(surfaces.dark), accent, [255, 255, 255]);
  const over = (ground: string) => (contrast(ground, '#ffffff') >= 4.6 ? '#ffffff' : '#101214');
  const rules = (colour: string) => `--accent:${colour};--accent-content:${over(colour)}`;
  return `:root{${rules(onWhite)}}@media(prefers-color-scheme:dark){:root{${rules(onDark)}}}`;
}

/** Changes with the accent, so that browsers can keep the style sheet for a year. */
export const accentTag = (accent: string): string => accent.slice(1);
