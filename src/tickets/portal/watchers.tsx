import { Form, nothingTyped, TextField } from '#ui/form.tsx';
import { Section } from '#ui/parts.tsx';
import { ticketTexts } from '../texts.ts';
import type { Shown } from './shown.ts';

/** Who reads along by mail, with the way to add and to remove somebody. */
export const Watchers = ({ page, ticket, watchers, newOnce, again }: Shown) => {
  const say = ticketTexts(page.language);
  const typed = again?.from === 'watchers' ? again.typed : nothingTyped;
  const path = `/tickets/${ticket.id}/watchers`;
  return (
    <Section title={say('portal.watchers.title')} id="watchers">
      <p class="mb-3 text-secondary">
        {watchers.length === 0 && `${say('portal.watchers.none')} `}
        {say('portal.watchers.intro')}
      </p>
      {watchers.length > 0 && (
        <ul class="mb-4 divide-y divide-base-300">
          {watchers.map(({ id, name, email }) => (
            <li class="flex flex-wrap items-center justify-between gap-2 py-2">
              <span>
                <bdi class="block font-medium">{name}</bdi>
                <span class="text-sm text-secondary">{email}</span>
              </span>
              <Form action={`${path}/${id}/removal`} once={newOnce()}>
                <button
                  type="submit"
                  class="btn btn-sm"
                  aria-label={say('portal.watchers.remove_name', { name })}
                >
                  {say('portal.watchers.remove')}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form action={path} once={newOnce()}>
        <TextField
          name="email"
          type="email"
          inputmode="email"
          autocomplete="off"
          label={say('portal.watchers.label')}
          language={page.language}
          typed={typed}
        />
        <button type="submit" class="btn">
          {say('portal.watchers.add')}
        </button>
      </Form>
    </Section>
  );
};
