import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

let printer: Promise<typeof import('pdfmake')> | undefined;

/**
 * Writes a document as a PDF with its font inside. The same definition gives the same bytes, wherever and
 * whenever it is written, so that a hash of what somebody was shown can be found again. Takes some 50 ms a page;
 * the library is loaded with the first document.
 */
export async function renderPdf(definition: TDocumentDefinitions): Promise<Uint8Array> {
  printer ??= loadPrinter();
  const pdfmake = await printer;
  // The library writes into what it lays out, and a second layout of that comes out otherwise.
  return pdfmake.createPdf(copyOf(definition)).getBuffer();
}

async function loadPrinter() {
  const loaded = await import('pdfmake');
  const pdfmake = ('default' in loaded ? loaded.default : loaded) as typeof loaded;
  const package_ = dirname(createRequire(import.meta.url).resolve('pdfmake/package.json'));
  const fonts = join(package_, 'fonts', 'Roboto');
  // Of the font that the library brings, for it is one file with every Latin, Greek and Cyrillic letter.
  pdfmake.setFonts({
    Roboto: {
      normal: join(fonts, 'Roboto-Regular.ttf'),
      bold: join(fonts, 'Roboto-Medium.ttf'),
      italics: join(fonts, 'Roboto-Italic.ttf'),
      bolditalics: join(fonts, 'Roboto-MediumItalic.ttf'),
    },
  });
  // A document holds what it is given; it reads no other file and asks no other host.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
  return pdfmake;
}

/** Copies lists and plain objects, and keeps functions and bytes as they are. */
function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)])) as T;
}
