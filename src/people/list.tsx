import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, Heading, Row, Rows } from '#ui/parts.tsx';
import type { allStaff, searchPeople } from './queries.ts';
import { peopleTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly mayManage: boolean;
  readonly words: string;
  readonly staff: Awaited<ReturnType<typeof allStaff>>;
  readonly found: Awaited<ReturnType<typeof searchPeople>>;
}

/** Who works here; with a search, whoever is found on both sides. */
export const PeoplePage = ({ page, mayManage, words, staff, found }: Props) => {
  const say = peopleTexts(page.language);
  return (
    <Layout page={page} face="desk" title={say('title')}>
      <Heading title={say('title')}>
        {mayManage && (
          <>
            <a class="btn btn-primary" href="/desk/people/new?kind=staff">
              {say('add_staff')}
            </a>
            <a class="btn" href="/desk/people/new?kind=contact">
              {say('add_contact')}
            </a>
          </>
        )}
      </Heading>
      <form method="get" action="/desk/people" class="mb-6" role="search">
        <label for="q" class="block font-medium">
          {say('search')}
        </label>
        <p class="text-sm text-secondary">{say('search_hint')}</p>
        <div class="mt-1 flex gap-2">
          <input id="q" name="q" type="search" class="input flex-1 text-base" value={words} />
          <button type="submit" class="btn">
            {say('search_do')}
          </button>
        </div>
      </form>
      {words ? (
        <Found page={page} words={words} found={found} />
      ) : (
        <>
          <Rows label={say('staff')}>
            {staff.map(({ id, name, role, email, phone, deactivatedAt }) => (
              <Row
                href={`/desk/people/${id}`}
                name={name}
                mark={deactivatedAt ? say('state.deactivated_mark') : undefined}
              >
                <span>{say(`role.${role}`)}</span>
                <span>{email}</span>
                {phone && <span>{phone}</span>}
              </Row>
            ))}
          </Rows>
          {mayManage && staff.length === 1 && (
            <div class="mt-4">
              <Empty>{say('only_you')}</Empty>
            </div>
          )}
        </>
      )}
    </Layout>
  );
};

const Found = ({ page, words, found }: Pick<Props, 'page' | 'words' | 'found'>) => {
  const say = peopleTexts(page.language);
  return (
    <>
      {found.length === 0 ? (
        <Empty>{say('found_none', { words })}</Empty>
      ) : (
        <Rows label={say('found')}>
          {found.map((each) => (
            <Row
              href={`/desk/people/${each.id}`}
              name={each.name}
              mark={each.deactivatedAt ? say('state.deactivated_mark') : undefined}
            >
              <span>{say(`role.${each.staff_role ?? each.contact_role ?? 'reporter'}`)}</span>
              {each.organisation && <span>{each.organisation}</span>}
              <span>{each.email}</span>
            </Row>
          ))}
        </Rows>
      )}
      <p class="mt-4">
        <a href="/desk/people">{say('all_staff')}</a>
      </p>
    </>
  );
};
