import { Form, RadioField, TextField, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { FormFoot } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import { savedViewsTexts } from './texts.ts';

interface NewViewFormProps {
  readonly page: Page;
  readonly once: string;
  readonly typed: Typed;
  readonly query: string;
  readonly back?: boolean;
}

/** Keeps filters under a name, for oneself or for the team. */
export const NewViewForm = ({ page, once, typed, query, back }: NewViewFormProps) => {
  const say = savedViewsTexts(page.language);
  const { language } = page;
  return (
    <Form action="/desk/views" once={once}>
      <input type="hidden" name="query" value={query} />
      <TextField
        name="name"
        id="view-name"
        label={say('name')}
        language={language}
        typed={typed}
        autocomplete="off"
      />
      <RadioField
        name="team"
        label={say('for')}
        language={language}
        typed={typed}
        value="no"
        choices={[
          { value: 'no', label: say('own') },
          { value: 'yes', label: say('team') },
        ]}
      />
      <FormFoot
        label={say('keep')}
        {...(back ? { back: { href: '/desk', label: uiTexts(language)('form.cancel') } } : {})}
      />
    </Form>
  );
};
