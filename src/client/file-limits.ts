const largestFile = 25 * 1024 * 1024;
const mostFiles = 10;

/** Why the server would refuse this file, said before anything is sent; empty when it would not. */
export function refusalOf({ name, size }: File, { tooLarge = '', unreadable = '' }: DOMStringMap): string {
  const words = size > largestFile ? tooLarge : size === 0 ? unreadable : '';
  return words.replace('{name}', () => name);
}

/** What keeps the form from being sent; empty when nothing does. */
export function problemWith(
  files: readonly { readonly refusal: string }[],
  kept: number,
  { tooMany = '' }: DOMStringMap,
): string {
  const refused = files.find(({ refusal }) => refusal);
  return refused?.refusal ?? (files.length + kept > mostFiles ? tooMany : '');
}
