import type { Child } from 'hono/jsx';

/** One small part of the narrow column. */
export const Panel = ({ title, children }: { title: string; children?: Child }) => (
  <section class="rounded-box border border-base-300 bg-base-100 p-4">
    <h2 class="mb-2 font-semibold">{title}</h2>
    {children}
  </section>
);

/** A fact by name within a panel. */
export const Fact = ({ name, children }: { name: string; children?: Child }) => (
  <div class="mb-3 last:mb-0">
    <dt class="text-sm text-secondary">{name}</dt>
    <dd>{children}</dd>
  </div>
);
