import type { Child } from 'hono/jsx';
import { Form, MendNotice, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Act, FormFoot, Heading, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import { contractTexts } from './texts.ts';

interface EntryProps {
  readonly page: Page;
  readonly site: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly path: string;
  readonly seen: number;
  readonly newId: () => string;
  readonly typed: Typed;
  readonly children?: Child;
}

/** The page on which one delivery or contract is changed, or taken away. */
export const EntryPage = ({ page, site, title, path, seen, newId, typed, children }: EntryProps) => {
  const say = contractTexts(page.language);
  const back = `/desk/sites/${site.id}`;
  return (
    <Layout page={page} face="desk" title={`${title}: ${site.name}`}>
      <Heading title={title} />
      <p class="mb-4">
        <a href={back}>{site.name}</a>
      </p>
      <MendNotice typed={typed} language={page.language} />
      <Section>
        <Form action={`${back}/${path}`} once={newId()}>
          <input type="hidden" name="seen" value={String(seen)} />
          {children}
          <FormFoot
            label={uiTexts(page.language)('form.save')}
            back={{ href: back, label: uiTexts(page.language)('form.cancel') }}
          />
        </Form>
      </Section>
      <Section title={say('remove')}>
        <p class="mb-3 text-secondary">{say('remove_hint')}</p>
        <Act action={`${back}/${path}/removal`} once={newId()} label={say('remove')} look="danger" />
      </Section>
    </Layout>
  );
};
