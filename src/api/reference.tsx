import type { ApiContext } from './context.ts';
import type { ApiDocument } from './document.ts';

export async function referencePage(c: ApiContext, _document: ApiDocument) {
  return c.text('…');
}
