import { settingsTexts } from '#settings/texts.ts';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Heading, Notice, Section } from '#ui/parts.tsx';
import { sayDate } from '#ui/time.tsx';
import { BlockView } from './blocks.tsx';
import type { Published } from './model.ts';
import { publishedTexts } from './texts.ts';
import { type PublishedVersion, sinceEver } from './versions.ts';

interface Props {
  readonly page: Page;
  readonly shown: PublishedVersion;
  /** Which version it is and when it holds. */
  readonly standing: string;
  readonly published: Published;
  readonly versions: readonly PublishedVersion[];
}

/** The agreement as anybody may read it, by the version that is asked for. */
export const AgreementPage = ({ page, shown, standing, published, versions }: Props) => {
  const say = publishedTexts(page.language);
  const face = page.person ? (page.person.kind === 'staff' ? 'desk' : 'portal') : 'bare';
  const now = versions.find(({ state }) => state === 'now');
  return (
    <Layout page={page} face={face} title={published.title}>
      <div class="mx-auto max-w-3xl">
        <Heading title={published.title} />
        <p class="mb-3 text-secondary">{standing}</p>
        {shown.state !== 'now' && (
          <Notice kind="warning">
            {say('version.not_now')} <a href="/agreement">{say('version.to_now')}</a>
          </Notice>
        )}
        <p class="mb-4">{published.intro}</p>
        {page.person?.kind === 'contact' && shown.state === 'now' && now && (
          <Notice>{say('version.yours', { version: now.version })}</Notice>
        )}
        <Downloads page={page} version={shown.version} />
        <Contents published={published} say={say} />
        {published.sections.map(({ id, title, blocks }) => (
          <Section id={id} title={title}>
            {blocks.map((block) => (
              <BlockView block={block} say={say} />
            ))}
          </Section>
        ))}
        <Versions page={page} shown={shown} versions={versions} />
      </div>
    </Layout>
  );
};

const Downloads = ({ page, version }: { page: Page; version: number }) => {
  const say = publishedTexts(page.language);
  return (
    <p class="mb-5 print:hidden">
      {say('version.pdf')}:{' '}
      {(['nl', 'en'] as const).map((language, at) => (
        <>
          {at > 0 && ' · '}
          <a
            href={`/agreement/versions/${version}.pdf?language=${language}`}
            hreflang={language}
            data-turbo="false"
          >
            {say(`version.pdf_${language}`)}
          </a>
        </>
      ))}
    </p>
  );
};

const Contents = ({ published, say }: { published: Published; say: ReturnType<typeof publishedTexts> }) => (
  <nav aria-label={say('version.contents')} class="mb-6 print:hidden">
    <ul class="flex flex-wrap gap-x-5 gap-y-1">
      {published.sections.map(({ id, title }) => (
        <li class="py-0.5">
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
);

const Versions = ({ page, shown, versions }: Pick<Props, 'page' | 'shown' | 'versions'>) => {
  const say = publishedTexts(page.language);
  const parts = settingsTexts(page.language);
  return (
    <Section id="versions" title={say('version.list')}>
      <p class="mb-3 text-secondary">{say('version.list_intro')}</p>
      <ol class="divide-y divide-base-300">
        {versions.map((each) => (
          <li class="flex flex-wrap gap-x-4 py-2">
            <span class="min-w-48 flex-1">
              <a
                href={`/agreement/versions/${each.version}`}
                aria-current={each.version === shown.version ? 'page' : undefined}
                class="font-medium text-primary underline underline-offset-2"
              >
                {say('version.name', { version: each.version })}
              </a>{' '}
              {sinceEver(each)
                ? say('version.since_ever')
                : say('version.since', { day: sayDate(each.validFrom, page) })}
              {(each.state === 'now' || each.state === 'planned') && (
                <span class="badge badge-outline badge-sm ml-2">{say(`version.mark_${each.state}`)}</span>
              )}
            </span>
            {each.changed.length > 0 && (
              <span class="min-w-48 flex-1 text-secondary">
                {say('version.changed', {
                  parts: each.changed.map((part) => parts(`part.${part}`)).join(', '),
                })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
};
