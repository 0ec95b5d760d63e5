const largestFile = 25 * 1024 * 1024;
const mostFiles = 10;

/** Why the server would refuse this file, said before anything is sent; empty when it would not. */
export function refusalOf({ name, size }: File, { tooLarge = '', unreadable = '' }: DOMStringMap): string {
  const words = size > largestFile ? tooLarge : size === 0 ? unreadable : '';
  return words.replace('{name}', () => name);
}

/** Whether there are more files, chosen and kept together, than one form may bring. */
export const areTooMany = (count: number): boolean => count > mostFiles;
