import { type History, HistorySection } from '#events/history.tsx';
import type { Staff } from '#lib/actor.ts';
import { Form, MendNotice, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Act, Facts, FormFoot, Heading, Notice, Section } from '#ui/parts.tsx';
import { sayMoment } from '#ui/time.tsx';
import { uiTexts } from '#ui/ui.ts';
import { ContactFields, PersonFields, StaffRoleField } from './fields.tsx';
import { mayDeactivate, mayManagePeople } from './policy.ts';
import type { InvitationShown, PersonShown } from './queries.ts';
import { peopleTexts } from './texts.ts';
import { TrainingSection } from './training-section.tsx';
import type { Training } from './trainings.ts';

export interface PersonPageProps {
  readonly page: Page;
  readonly actor: Staff;
  readonly person: PersonShown;
  readonly invitation: InvitationShown;
  /** The mail of an invitation that has to be handed over by hand. */
  readonly keptMailId: string | null;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly trainings: readonly Training[];
  readonly history: History;
  readonly seen: number;
  readonly newId: () => string;
  readonly typed: Typed;
  readonly ticked: readonly string[] | null;
}

/** One person at the desk: who they are, what they may, how they come in, and what happened. */
export const PersonPage = (props: PersonPageProps) => {
  const { page, actor, person, history, typed } = props;
  const say = peopleTexts(page.language);
  const event = (type: string) => say(`event.${type.replace('.', '_') as 'person_added'}`);
  return (
    <Layout page={page} face="desk" title={person.name}>
      <Heading title={person.name} />
      {person.organisationId && (
        <p class="mb-4">
          <a href={`/desk/organisations/${person.organisationId}`}>{person.organisation}</a>
        </p>
      )}
      <MendNotice typed={typed} language={page.language} />
      <Access {...props} />
      <Section title={say('details')}>
        {mayManagePeople(actor) ? (
          <Change {...props} />
        ) : (
          <Shown page={page} person={person} sites={props.sites} />
        )}
      </Section>
      {person.kind === 'contact' && (
        <TrainingSection {...props} personId={person.id} mayManage={mayManagePeople(actor)} />
      )}
      <HistorySection page={page} title={say('history')} history={history} say={event} />
    </Layout>
  );
};

const Change = ({ page, person, sites, seen, newId, typed, ticked }: PersonPageProps) => {
  const { staffRole, contactRole } = person;
  const values = { ...person, role: staffRole ?? contactRole };
  return (
    <Form action={`/desk/people/${person.id}`} once={newId()}>
      <input type="hidden" name="seen" value={String(seen)} />
      <PersonFields page={page} typed={typed} values={values} />
      {person.kind === 'staff' ? (
        <StaffRoleField page={page} typed={typed} values={values} />
      ) : (
        <ContactFields page={page} typed={typed} values={values} ticked={ticked} sites={sites} />
      )}
      <FormFoot label={uiTexts(page.language)('form.save')} />
    </Form>
  );
};

const Shown = ({ page, person, sites }: Pick<PersonPageProps, 'page' | 'person' | 'sites'>) => {
  const say = peopleTexts(page.language);
  const chosen = sites.filter(({ id }) => person.siteIds.includes(id)).map(({ name }) => name);
  const facts: [string, string][] = [
    [say('field.email'), person.email],
    [say('field.phone'), person.phone ?? '–'],
    [say('field.role'), say(`role.${person.staffRole ?? person.contactRole ?? 'reporter'}`)],
  ];
  if (chosen.length > 0) facts.push([say('field.sites'), chosen.join(', ')]);
  return (
    <>
      <Facts facts={facts} />
      {person.budgetHolder && <p class="mt-2">{say('field.budget_holder')}</p>}
    </>
  );
};

const Access = ({ page, actor, person, invitation, keptMailId, newId }: PersonPageProps) => {
  const say = peopleTexts(page.language);
  const at = `/desk/people/${person.id}`;
  const manage = mayManagePeople(actor);
  if (person.deactivatedAt) {
    return (
      <Section title={say('access')}>
        <p class="mb-3">{say('state.deactivated', { day: sayMoment(person.deactivatedAt, page) })}</p>
        {manage && <Act action={`${at}/reactivation`} once={newId()} label={say('reactivate')} />}
      </Section>
    );
  }
  return (
    <Section title={say('access')}>
      {(invitation || !person.hasPassword) && <p>{stateOf(page, invitation)}</p>}
      <p class="mb-3 text-secondary">
        {person.hasPassword ? say('state.has_password') : say('state.has_none')}
      </p>
      {manage && keptMailId && (
        <Notice kind="warning">
          {say('hand_over')} <a href={`/desk/mail/${keptMailId}`}>{say('hand_over_link')}</a>
        </Notice>
      )}
      {manage && (
        <div class="flex flex-wrap gap-2">
          <Act
            action={`${at}/invitation`}
            once={newId()}
            label={invitation ? say('invite_again') : say('invite')}
          />
          {mayDeactivate(actor, person) && (
            <Act action={`${at}/deactivation`} once={newId()} label={say('deactivate')} look="danger" />
          )}
        </div>
      )}
      {person.hasSecondFactor && mayDeactivate(actor, person) && (
        <div class="mt-4">
          <p class="mb-2">{say('state.second_step')}</p>
          <Act action={`${at}/second-factor/removal`} once={newId()} label={say('second_step_off')} />
          <p class="mt-2 text-sm text-secondary">{say('second_step_off_hint')}</p>
        </div>
      )}
      {mayDeactivate(actor, person) && <p class="mt-2 text-sm text-secondary">{say('deactivate_hint')}</p>}
    </Section>
  );
};

function stateOf(page: Page, invitation: InvitationShown): string {
  const say = peopleTexts(page.language);
  if (!invitation) return say('state.not_invited');
  const day = sayMoment(invitation.at, page);
  if (invitation.usedAt) return say('state.accepted', { day });
  if (invitation.expiresAt <= page.now) return say('state.invitation_ended', { day });
  return say('state.invited', { day, until: sayMoment(invitation.expiresAt, page) });
}
