import type { Child } from 'hono/jsx';
import { euroWords } from '#lib/money.ts';
import { Form, MendNotice, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { Notice, Section } from '#ui/parts.tsx';
import { totalsWith } from '../amounts.ts';
import { quotesTexts } from '../texts.ts';
import type { Again, Shown } from './gather.tsx';

/** The first step of accepting: name and role, for these ticks; the code follows by mail. */
export const AgreeForm = (shown: Shown) => {
  const { page, quote, ticks, contact, newId } = shown;
  const say = quotesTexts(page.language);
  const typed = shown.typedIn('agree');
  const common = { language: page.language, typed };
  const { grossCents } = totalsWith(quote.lines, ticks);
  return (
    <Section title={say('portal.agree.title')} id="agree">
      <MendNotice typed={typed} language={page.language} />
      {typed.errors.ticks && <Notice kind="error">{typed.errors.ticks}</Notice>}
      <p class="mb-4">{say('portal.agree.intro', { gross: euroWords(grossCents, page.language) })}</p>
      <Form action={`/quotes/${quote.id}/code`} once={newId()}>
        {ticks.map((position) => (
          <input type="hidden" name="ticks" value={String(position)} />
        ))}
        <TextField
          {...common}
          name="name"
          label={say('portal.agree.name')}
          value={contact.name}
          autocomplete="name"
        />
        <TextField
          {...common}
          name="role"
          label={say('portal.agree.role')}
          hint={say('portal.agree.role_hint')}
          autocomplete="organization-title"
        />
        <button type="submit" class="btn btn-primary">
          {say('portal.agree.request')}
        </button>
      </Form>
    </Section>
  );
};

interface FoldedProps {
  readonly shown: Shown;
  readonly form: Again['from'];
  readonly title: string;
  readonly action: string;
  readonly button: string;
  readonly danger?: boolean;
  readonly children?: Child;
}

/** A form one click away; open when it is the one to be mended. */
const Folded = ({ shown, form, title, action, button, danger, children }: FoldedProps) => {
  const { page, quote, newId } = shown;
  const typed = shown.typedIn(form);
  return (
    <details
      class="mb-3 rounded-box border border-base-300 bg-base-100 px-4 sm:px-5"
      open={shown.again?.from === form}
    >
      <summary class="cursor-pointer rounded-field py-3 font-medium">{title}</summary>
      <div class="pt-1 pb-4">
        <MendNotice typed={typed} language={page.language} />
        <Form action={`/quotes/${quote.id}/${action}`} once={newId()}>
          {children}
          <button type="submit" class={danger ? 'btn btn-outline btn-error' : 'btn'}>
            {button}
          </button>
        </Form>
      </div>
    </details>
  );
};

export const DeclineForm = (shown: Shown) => {
  const { page } = shown;
  const say = quotesTexts(page.language);
  const title = say('portal.decline.title');
  const button = say('portal.decline.do');
  return (
    <Folded shown={shown} form="decline" title={title} action="refusal" button={button} danger>
      <TextArea
        name="reason"
        label={say('portal.decline.reason')}
        language={page.language}
        typed={shown.typedIn('decline')}
        rows={3}
      />
    </Folded>
  );
};

export const AskForm = (shown: Shown) => {
  const { page } = shown;
  const say = quotesTexts(page.language);
  const title = say('portal.ask.title');
  return (
    <Folded shown={shown} form="ask" title={title} action="questions" button={say('portal.ask.do')}>
      <TextArea
        name="body"
        label={say('portal.ask.body')}
        language={page.language}
        typed={shown.typedIn('ask')}
        rows={4}
      />
    </Folded>
  );
};

/** For whoever cannot decide: who can, and how to pass it on to them. */
export const WhoDecides = (shown: Shown) => {
  const { page, quote, deciders, newId } = shown;
  const say = quotesTexts(page.language);
  const typed = shown.typedIn('forward');
  return (
    <Section title={say('portal.forward.title')} id="decides">
      {deciders.length === 0 ? (
        <p>{say('portal.forward.nobody')}</p>
      ) : (
        <>
          <p>{say('portal.forward.intro')}</p>
          <ul class="mb-4 list-disc pl-5">
            {deciders.map(({ name }) => (
              <li>{name}</li>
            ))}
          </ul>
          <MendNotice typed={typed} language={page.language} />
          <Form action={`/quotes/${quote.id}/forwarding`} once={newId()}>
            <SelectField
              name="to"
              label={say('portal.forward.to')}
              language={page.language}
              typed={typed}
              choices={deciders.map(({ id, name }) => ({ value: id!, label: name }))}
            />
            <button type="submit" class="btn btn-primary">
              {say('portal.forward.do')}
            </button>
          </Form>
        </>
      )}
    </Section>
  );
};
