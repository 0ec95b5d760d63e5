import { euroWords } from '#lib/money.ts';
import { Form, MendNotice, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { FormFoot, Heading, Notice, Section } from '#ui/parts.tsx';
import { chosen } from '../amounts.ts';
import { consentOf, quantityWords, quoteName } from '../shown.ts';
import { quotesTexts } from '../texts.ts';
import { TotalsList } from '../view/document.tsx';
import type { Shown } from './gather.tsx';

interface ConfirmProps extends Shown {
  /** What the code was mailed for; null when none holds. */
  readonly pending: {
    readonly ticks: readonly number[];
    readonly name: string;
    readonly role: string;
  } | null;
}

/** The last page before somebody accepts: what exactly, on which terms, and the code from the mail. */
export const ConfirmPage = (props: ConfirmProps) => {
  const { page, quote, pending } = props;
  const say = quotesTexts(page.language);
  const name = quoteName(quote, page.language);
  return (
    <Layout page={page} face="portal" title={`${say('portal.agree.confirm_title')}: ${name}`}>
      <p class="text-secondary">
        <a href={`/quotes/${quote.id}`} class="text-primary underline underline-offset-2">
          {name}
        </a>
      </p>
      <Heading title={say('portal.agree.confirm_title')} />
      {pending ? (
        <Confirm {...props} pending={pending} />
      ) : (
        <>
          <Notice kind="warning">{props.typedIn('code').errors.code ?? say('portal.agree.none')}</Notice>
          <a href={`/quotes/${quote.id}#agree`} class="btn btn-primary">
            {say('portal.agree.again')}
          </a>
        </>
      )}
    </Layout>
  );
};

const Confirm = (props: ConfirmProps & { pending: NonNullable<ConfirmProps['pending']> }) => {
  const { page, quote, pending, email, newId } = props;
  const say = quotesTexts(page.language);
  const typed = props.typedIn('code');
  const reading = { ticks: pending.ticks, language: page.language, agency: page.brand.name };
  return (
    <>
      <MendNotice typed={typed} language={page.language} />
      <Section title={say('portal.agree.chosen')}>
        <p class="mb-2 font-medium">{quote.title}</p>
        <ul class="divide-y divide-base-300 border-y border-base-300">
          {chosen(quote.lines, pending.ticks).map((line) => (
            <li class="flex flex-wrap justify-between gap-x-4 py-2">
              <span class="min-w-0 flex-1 basis-48 wrap-anywhere">
                {line.description}
                <span class="block text-sm text-secondary">
                  {quantityWords(line, page.language)} · {say(`vat.${line.vat}`)}
                </span>
              </span>
              <span class="tabular-nums">{euroWords(line.amountCents, page.language)}</span>
            </li>
          ))}
        </ul>
        <TotalsList page={page} quote={quote} ticks={pending.ticks} />
      </Section>
      <Section title={say('conditions')}>
        <p class="whitespace-pre-line">{quote.conditions}</p>
      </Section>
      <Section>
        <p class="mb-3">{consentOf(quote, reading)}</p>
        <p class="mb-4 font-medium">{say('portal.agree.as', { name: pending.name, role: pending.role })}</p>
        <Form action={`/quotes/${quote.id}/acceptance`} once={newId()}>
          <TextField
            name="code"
            label={say('portal.agree.code')}
            hint={say('portal.agree.code_hint', { email })}
            language={page.language}
            typed={typed}
            inputmode="numeric"
            autocomplete="one-time-code"
          />
          <FormFoot
            label={say('portal.agree.do')}
            back={{ href: `/quotes/${quote.id}#agree`, label: say('portal.agree.again') }}
          />
        </Form>
      </Section>
    </>
  );
};
