import type { Staff } from '#lib/actor.ts';
import { Form, MendNotice, SelectField, TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Act, Empty, FormFoot, Heading, Section } from '#ui/parts.tsx';
import { sayDate } from '#ui/time.tsx';
import { uiTexts } from '#ui/ui.ts';
import { mayChangeAbsence } from './policy.ts';
import type { Absence } from './queries.ts';
import { dutyTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly me: Staff;
  readonly newId: () => string;
  readonly today: string;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly absences: readonly Absence[];
  readonly typed: Typed;
}

/** Who is away and who takes over: everybody says it of themselves, managers of everybody. */
export const AbsencesPage = (props: Props) => {
  const { page, absences, typed } = props;
  const say = dutyTexts(page.language);
  return (
    <Layout page={page} face="desk" title={say('absences')}>
      <Heading title={say('absences')} />
      <p class="mb-5">{say('absences_intro')}</p>
      <MendNotice typed={typed} language={page.language} />
      {absences.length === 0 ? (
        <div class="mb-6">
          <Empty>{say('nobody_away')}</Empty>
        </div>
      ) : (
        <Section>
          <ul class="divide-y divide-base-300">
            {absences.map((absence) => (
              <Line {...props} absence={absence} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={say('add')}>
        <NewAbsence {...props} />
      </Section>
    </Layout>
  );
};

const Line = ({ page, me, newId, today, absence }: Props & { readonly absence: Absence }) => {
  const say = dutyTexts(page.language);
  const { id, personId, name, substitute, firstDay, lastDay } = absence;
  const [from, to] = [sayDate(firstDay, page), sayDate(lastDay, page)];
  const days = firstDay === lastDay ? say('day', { from }) : say('days', { from, to });
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span class="min-w-56 flex-1">
        <span class="font-medium">{name}</span>
        {firstDay <= today && <span class="badge badge-outline badge-sm ml-2">{say('away_now')}</span>}
        <span class="block text-secondary">
          {days}, {substitute ? say('with_substitute', { name: substitute }) : say('without_substitute')}
        </span>
      </span>
      {mayChangeAbsence(me, personId) && (
        <Act
          action={`/desk/absences/${id}/removal`}
          once={newId()}
          label={say('remove')}
          about={`${name}, ${days}`}
        />
      )}
    </li>
  );
};

const NewAbsence = ({ page, me, newId, today, staff, typed }: Props) => {
  const say = dutyTexts(page.language);
  const common = { language: page.language, typed };
  const whose = staff.filter(({ id }) => mayChangeAbsence(me, id));
  const choices = (people: Props['staff']) => people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form action="/desk/absences" once={newId()}>
      {whose.length > 1 ? (
        <SelectField {...common} name="person" label={say('person')} value={me.id} choices={choices(whose)} />
      ) : (
        <input type="hidden" name="person" value={me.id} />
      )}
      <TextField {...common} name="first_day" type="date" label={say('first_day')} value={today} />
      <TextField {...common} name="last_day" type="date" label={say('last_day')} value={today} />
      <SelectField
        {...common}
        name="substitute"
        label={say('substitute')}
        empty={say('nobody')}
        choices={choices(whose.length > 1 ? staff : staff.filter(({ id }) => id !== me.id))}
      />
      <FormFoot label={uiTexts(page.language)('form.save')} />
    </Form>
  );
};
