import { euroWords } from '#lib/money.ts';
import type { Page } from '#ui/page.ts';
import { Empty } from '#ui/parts.tsx';
import { sayDate } from '#ui/time.tsx';
import { type InvoiceFile, invoiceFiles } from './files.ts';
import type { InvoiceListed } from './queries.ts';
import { invoicesTexts } from './texts.ts';

/** A client's invoices and credit notes, the latest first, each with its files. */
export const ReceivedInvoices = ({ page, rows }: { page: Page; rows: readonly InvoiceListed[] }) => {
  const say = invoicesTexts(page.language);
  if (rows.length === 0) return <Empty>{say('portal.empty')}</Empty>;
  return (
    <ul class="divide-y divide-base-300">
      {rows.map((row) => (
        <li class="py-3">
          <div class="flex flex-wrap items-baseline justify-between gap-x-4">
            <span class="font-medium">{say(`paper.${row.kind}`, { number: row.number })}</span>
            <span class="font-medium tabular-nums">
              {euroWords(row.kind === 'credit_note' ? -row.grossCents : row.grossCents, page.language)}
            </span>
          </div>
          <div class="flex flex-wrap gap-x-4 text-secondary">
            <span>{sayDate(row.issuedOn, page)}</span>
            {row.dueOn && <span>{say('portal.due', { day: sayDate(row.dueOn, page) })}</span>}
          </div>
          <FileLinks page={page} at={`/costs/invoices/${row.id}`} about={row.number} />
        </li>
      ))}
    </ul>
  );
};

interface LinksProps {
  readonly page: Page;
  /** The address under which the files lie. */
  readonly at: string;
  /** The number of the document, read aloud with each link. */
  readonly about: string;
}

/** The files of one document. Opened by the browser itself: they are no pages. */
export const FileLinks = ({ page, at, about }: LinksProps) => {
  const say = invoicesTexts(page.language);
  const link = (file: InvoiceFile) => (
    <a
      href={`${at}/${file}`}
      data-turbo="false"
      class="inline-block py-1 text-primary underline underline-offset-2"
    >
      {say(`file.${file}`)}
      <span class="sr-only"> {about}</span>
    </a>
  );
  return <div class="flex flex-wrap gap-x-4">{invoiceFiles.map(link)}</div>;
};
