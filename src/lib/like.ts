/** A pattern for `like` that finds these very letters, wherever they stand. */
export const containing = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;
