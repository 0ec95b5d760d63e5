const largestFile = 25 * 1024 * 1024;
const mostFiles = 10;

/** What the server would refuse, said before anything is sent; empty when all is well. */
export function problemWith(
  files: readonly File[],
  kept: number,
  { tooLarge = '', tooMany = '' }: DOMStringMap,
): string {
  const large = files.find(({ size }) => size > largestFile);
  if (large) return tooLarge.replace('{name}', () => large.name);
  return files.length + kept > mostFiles ? tooMany : '';
}
