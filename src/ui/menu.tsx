import { numbered } from './numbered.ts';

export interface MenuLink {
  readonly href: string;
  readonly label: string;
  /** This is the page that is shown, or a page under it. */
  readonly here: boolean;
}

interface MenuProps {
  /** What it is a menu of. */
  readonly label: string;
  readonly links: readonly MenuLink[];
  readonly class?: string;
  readonly listClass?: string;
  readonly linkClass: string;
}

/** The pages one can go to: a row of links, and on a phone one line that opens. */
export const Menu = ({ label, links, linkClass, listClass = '', class: look }: MenuProps) => {
  const here = links.find((link) => link.here)?.label;
  return (
    <nav aria-label={label} class={look}>
      <details class="unfolds group">
        <summary class="flex cursor-pointer items-center gap-2 rounded-field px-2 py-2">
          <span
            aria-hidden="true"
            class="transition-transform group-open:rotate-90 motion-reduce:transition-none"
          >
            {numbered('▸')}
          </span>
          <span class="shrink-0">{label}</span>
          {here && (
            <>
              <span aria-hidden="true">·</span>
              <span class="font-semibold text-primary">{here}</span>
            </>
          )}
        </summary>
        <div class={`flex gap-x-1 max-sm:flex-col sm:flex-wrap sm:items-center ${listClass}`}>
          {links.map((link) => (
            <a href={link.href} class={linkClass} aria-current={link.here ? 'page' : undefined}>
              {link.label}
            </a>
          ))}
        </div>
      </details>
    </nav>
  );
};
