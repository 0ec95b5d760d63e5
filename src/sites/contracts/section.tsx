import { euroWords } from '#lib/money.ts';
import { Form, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, FormFoot, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import { ContractFields, DeliveryFields } from './fields.tsx';
import { type Span, spanWords } from './spans.ts';
import { contractTexts } from './texts.ts';
import { Timeline } from './timeline.tsx';

export interface ContractsProps {
  readonly page: Page;
  readonly siteId: string;
  readonly today: string;
  readonly spans: readonly Span[];
  readonly mayManage: boolean;
  readonly seen: number;
  readonly typed: Typed;
  readonly newId: () => string;
}

/** Warranty, hosting and care plan of a site: a picture, the same as a list, and what can be added. */
export const ContractsSection = (props: ContractsProps) => {
  const { page, spans, mayManage } = props;
  const say = contractTexts(page.language);
  return (
    <Section title={say('title')} id="contracts">
      {spans.length === 0 ? (
        <div class="mb-4">
          <Empty>
            {say('none')} {mayManage && say('none_manage')}
          </Empty>
        </div>
      ) : (
        <>
          <Timeline {...props} />
          <ul class="mb-4 divide-y divide-base-300">
            {spans.map((span) => (
              <Line {...props} span={span} />
            ))}
          </ul>
        </>
      )}
      {mayManage && <Adding {...props} />}
    </Section>
  );
};

const Line = ({ page, siteId, today, mayManage, span }: ContractsProps & { span: Span }) => {
  const say = contractTexts(page.language);
  return (
    <li class="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
      <span class="min-w-48 flex-1 font-medium">
        <bdi>{span.label}</bdi>
        <span class="badge badge-outline badge-sm ml-2 font-normal">{say(`state.${span.state}`)}</span>
      </span>
      <span class="min-w-48 flex-2 text-secondary">
        {spanWords(span, page, today)}
        {span.priceCents !== null &&
          ` · ${say('price', { amount: euroWords(span.priceCents, page.language) })}`}
      </span>
      {mayManage && (
        <a href={`/desk/sites/${siteId}/${span.path}`}>
          {say('change')}
          <span class="sr-only"> {span.label}</span>
        </a>
      )}
    </li>
  );
};

const Adding = ({ page, siteId, seen, typed, newId }: ContractsProps) => {
  const say = contractTexts(page.language);
  const save = uiTexts(page.language)('form.save');
  const tried = (name: string) => typed.values[name] !== undefined;
  return (
    <>
      <details open={tried('delivery_name')} class="border-t border-base-300 py-3">
        <summary class="cursor-pointer font-medium">{say('add_delivery')}</summary>
        <Form action={`/desk/sites/${siteId}/deliveries`} once={newId()} class="mt-4">
          <input type="hidden" name="seen" value={String(seen)} />
          <DeliveryFields page={page} typed={typed} />
          <FormFoot label={save} />
        </Form>
      </details>
      <details open={tried('first_day')} class="border-t border-base-300 pt-3">
        <summary class="cursor-pointer font-medium">{say('add_contract')}</summary>
        <Form action={`/desk/sites/${siteId}/contracts`} once={newId()} class="mt-4">
          <input type="hidden" name="seen" value={String(seen)} />
          <ContractFields page={page} typed={typed} />
          <FormFoot label={save} />
        </Form>
      </details>
    </>
  );
};
