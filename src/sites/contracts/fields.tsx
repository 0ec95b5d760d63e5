import { RadioField, TextField, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import type { KnownContract, KnownDelivery } from './known.ts';
import { contractKinds } from './schema.ts';
import { contractTexts } from './texts.ts';

interface FieldsProps<T> {
  readonly page: Page;
  readonly typed: Typed;
  readonly known?: T;
}

export const DeliveryFields = ({ page, typed, known }: FieldsProps<KnownDelivery>) => {
  const say = contractTexts(page.language);
  const common = { language: page.language, typed };
  return (
    <>
      <TextField
        {...common}
        name="delivery_name"
        label={say('name')}
        hint={say('name_hint')}
        value={known?.name ?? ''}
        autocomplete="off"
      />
      <TextField {...common} name="delivered_on" type="date" label={say('on')} value={known?.on ?? ''} />
    </>
  );
};

export const ContractFields = ({ page, typed, known }: FieldsProps<KnownContract>) => {
  const say = contractTexts(page.language);
  const common = { language: page.language, typed };
  const price = known?.priceCents;
  return (
    <>
      <RadioField
        {...common}
        name="contract_kind"
        label={say('kind')}
        value={known?.kind ?? ''}
        choices={contractKinds.map((kind) => ({
          value: kind,
          label: say(kind),
          hint: say(`kind_hint.${kind}`),
        }))}
      />
      <div class="grid gap-x-6 sm:grid-cols-2">
        <TextField
          {...common}
          name="plan"
          label={say('plan_name')}
          hint={say('only_plan')}
          value={known?.plan ?? ''}
          optional
        />
        <TextField
          {...common}
          name="price"
          label={say('price_month')}
          hint={say('only_plan')}
          value={
            price == null ? '' : (price / 100).toFixed(2).replace('.', page.language === 'nl' ? ',' : '.')
          }
          optional
        />
        <TextField
          {...common}
          name="first_day"
          type="date"
          label={say('first_day')}
          value={known?.from ?? ''}
        />
        <TextField
          {...common}
          name="last_day"
          type="date"
          label={say('last_day')}
          hint={say('last_day_hint')}
          value={known?.to ?? ''}
          optional
        />
      </div>
    </>
  );
};
