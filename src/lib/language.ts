/** The languages of screens and mails; Dutch is the first. */
export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** The first language of an `Accept-Language` header that the program speaks; Dutch otherwise. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.find((each) => each.trim().startsWith('q='));
      return { tag, quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const found = languages.find((language) => tag === language || tag.startsWith(`${language}-`));
    if (found) return found;
  }
  return 'nl';
}
