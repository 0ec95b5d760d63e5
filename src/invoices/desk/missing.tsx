import type { Page } from '#ui/page.ts';
import { Notice } from '#ui/parts.tsx';
import type { Missing } from '../missing.ts';
import { invoicesTexts } from '../texts.ts';

interface Props {
  readonly page: Page;
  readonly missing: readonly Missing[];
  readonly organisation: { readonly id: string; readonly name: string };
}

/** Says which facts of whom are missing, and where to fill them in; nothing where none is. */
export const MissingNotice = ({ page, missing, organisation }: Props) => {
  const say = invoicesTexts(page.language);
  const { name, id } = organisation;
  if (missing.length === 0) return null;
  const fields = (of: Missing['of']) =>
    new Intl.ListFormat(page.language, { type: 'conjunction' }).format(
      missing.filter((each) => each.of === of).map(({ field }) => say(`missing.field.${field}`)),
    );
  const has = (of: Missing['of']) => missing.some((each) => each.of === of);
  const links = [
    ...(has('agency')
      ? [
          {
            words: say('missing.agency', { fields: fields('agency') }),
            href: '/desk/settings/billing',
            label: say('missing.fill_agency'),
          },
        ]
      : []),
    ...(has('organisation')
      ? [
          {
            words: say('missing.organisation', { name, fields: fields('organisation') }),
            href: `/desk/organisations/${id}/billing`,
            label: say('missing.fill_organisation', { name }),
          },
        ]
      : []),
  ];
  return (
    <Notice kind="warning">
      <p>{say('missing.title')}</p>
      <ul class="mt-2 grid gap-3">
        {links.map(({ words, href, label }) => (
          <li>
            <p>{words}</p>
            <a href={href} class="btn btn-sm mt-1">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
};
