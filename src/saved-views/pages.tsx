import type { Staff } from '#lib/actor.ts';
import { Form, MendNotice, nothingTyped, TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Act, Empty, Heading, Section } from '#ui/parts.tsx';
import { NewViewForm } from './form.tsx';
import { canChangeView } from './policy.ts';
import type { SavedView } from './queries.ts';
import { savedViewsTexts } from './texts.ts';

interface NewViewProps {
  readonly page: Page;
  readonly once: string;
  readonly typed: Typed;
}

/** The form that keeps filters under a name, on a page of its own for when it has to be mended. */
export const NewViewPage = ({ page, once, typed }: NewViewProps) => {
  const say = savedViewsTexts(page.language);
  return (
    <Layout page={page} face="desk" title={say('save')}>
      <Heading title={say('save')} />
      <MendNotice typed={typed} language={page.language} />
      <Section>
        <NewViewForm page={page} once={once} typed={typed} query={typed.values.query ?? ''} back />
      </Section>
    </Layout>
  );
};

interface ViewsProps {
  readonly page: Page;
  readonly me: Staff;
  readonly views: readonly SavedView[];
  readonly newId: () => string;
  /** The view whose new name could not be taken. */
  readonly tried: string | null;
  readonly typed: Typed;
}

/** All views that a colleague sees, each to be renamed or removed by whoever may. */
export const ViewsPage = (props: ViewsProps) => {
  const { page, views, typed } = props;
  const say = savedViewsTexts(page.language);
  const groups = [
    { title: say('of_team'), views: views.filter(({ team }) => team) },
    { title: say('of_me'), views: views.filter(({ team }) => !team) },
  ].filter((group) => group.views.length > 0);
  return (
    <Layout page={page} face="desk" title={say('title')}>
      <Heading title={say('title')}>
        <a class="btn" href="/desk">
          {say('to_queue')}
        </a>
      </Heading>
      <MendNotice typed={typed} language={page.language} />
      {groups.length === 0 && <Empty>{say('none')}</Empty>}
      {groups.map((group) => (
        <Section title={group.title}>
          <ul class="divide-y divide-base-300">
            {group.views.map((view) => (
              <ViewItem {...props} view={view} />
            ))}
          </ul>
        </Section>
      ))}
    </Layout>
  );
};

const ViewItem = ({ page, me, view, newId, tried, typed }: ViewsProps & { view: SavedView }) => {
  const say = savedViewsTexts(page.language);
  const wasTried = tried === view.id;
  return (
    <li class="py-3">
      <p class="mb-1 flex flex-wrap items-baseline gap-x-3">
        <a href={`/desk?${new URLSearchParams(view.query)}`}>{view.name}</a>
        {view.team && <span class="text-sm text-secondary">{say('made_by', { name: view.maker })}</span>}
      </p>
      {canChangeView(me, view) && (
        <div class="flex flex-wrap items-end gap-x-2">
          <Form action={`/desk/views/${view.id}`} once={newId()} class="flex flex-wrap items-end gap-2">
            <TextField
              name="name"
              id={`name-${view.id}`}
              label={say('name')}
              language={page.language}
              typed={wasTried ? typed : nothingTyped}
              value={view.name}
              autocomplete="off"
            />
            <button type="submit" class="btn mb-5">
              {say('rename')}
              <span class="sr-only"> {view.name}</span>
            </button>
          </Form>
          <span class="mb-5">
            <Act
              action={`/desk/views/${view.id}/removal`}
              once={newId()}
              label={say('remove')}
              about={view.name}
              look="danger"
            />
          </span>
        </div>
      )}
    </li>
  );
};
