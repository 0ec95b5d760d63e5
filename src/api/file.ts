interface File {
  readonly name: string;
  readonly size: number;
}

/** The headers of a download: nothing that came from outside ever runs, whatever its name says. */
export const fileHeaders = ({ name, size }: File): Record<string, string> => ({
  'Content-Type': 'application/octet-stream',
  'Content-Length': String(size),
  'Content-Disposition': `attachment; filename="${plain(name)}"; filename*=UTF-8''${escaped(name)}`,
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cache-Control': 'private, no-store',
});

const plain = (name: string): string => name.replace(/[^\x20-\x7e]|["\\%]/g, '_');

/** As RFC 5987 writes a name. */
const escaped = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
