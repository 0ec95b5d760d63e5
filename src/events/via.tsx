import type { Page } from '#ui/page.ts';
import { uiTexts } from '#ui/ui.ts';

interface ViaProps {
  readonly page: Page;
  /** Of an event: `record` keeps in it which token acted in somebody's name. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Says that a program did something in somebody's name, and by which token; nothing where a person did it. */
export const Via = ({ page, data }: ViaProps) => {
  const { name } = (data.via ?? {}) as { name?: unknown };
  return typeof name === 'string' ? <span>{` (${uiTexts(page.language)('via', { name })})`}</span> : null;
};
