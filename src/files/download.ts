/** The headers of a file that is only ever downloaded: nothing that came from outside runs or is kept. */
export const downloadHeaders = (name: string) => ({
  'Content-Type': 'application/octet-stream',
  'Content-Disposition': `attachment; ${fileNames(name)}`,
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cache-Control': 'private, no-store',
});

/** A file's name for old clients in plain ASCII, and for all others as RFC 5987 writes it. */
export function fileNames(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return `filename="${plain}"; filename*=UTF-8''${whole}`;
}
