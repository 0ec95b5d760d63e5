import type { ChargeState } from '#db/types.ts';
import { euroWords } from '#lib/money.ts';
import { Form, MendNotice, TextArea, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { FormFoot, Heading, Section } from '#ui/parts.tsx';
import { invoicesTexts } from '../texts.ts';

interface Props {
  readonly page: Page;
  readonly once: string;
  readonly typed: Typed;
  readonly charge: {
    readonly id: string;
    readonly description: string;
    readonly amountCents: number;
    readonly state: ChargeState;
    readonly organisationId: string;
  };
}

/** Asks why a charge is given up. */
export const WaiverPage = ({ page, once, typed, charge }: Props) => {
  const say = invoicesTexts(page.language);
  const amount = euroWords(charge.amountCents, page.language);
  const title = say('waiver.title');
  return (
    <Layout page={page} face="desk" title={title}>
      <Heading title={title} />
      <MendNotice typed={typed} language={page.language} />
      <p class="mb-5">{say('waiver.intro', { description: charge.description, amount })}</p>
      <Section>
        <Form action={`/desk/money/charges/${charge.id}/waiver`} once={once}>
          <TextArea
            name="reason"
            label={say('waiver.reason')}
            hint={say('waiver.reason_hint')}
            language={page.language}
            typed={typed}
          />
          <FormFoot
            label={say('waiver.submit')}
            back={{
              href: `/desk/organisations/${charge.organisationId}/charges`,
              label: say('waiver.cancel'),
            }}
          />
        </Form>
      </Section>
    </Layout>
  );
};
