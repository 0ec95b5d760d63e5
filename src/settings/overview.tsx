import type { Page } from '#ui/page.ts';
import { Section } from '#ui/parts.tsx';
import { sayDate, sayDay } from '#ui/time.tsx';
import { differences } from './carry.ts';
import { rooms, SettingsFrame } from './frame.tsx';
import type { Office } from './office.ts';
import type { MadeVersion } from './queries.ts';
import { settingsTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly office: Office;
  readonly versions: readonly MadeVersion[];
}

/** All that can be set, and how the agreement came to be what it is. */
export const OverviewPage = ({ page, office, versions }: Props) => {
  const say = settingsTexts(page.language);
  return (
    <SettingsFrame page={page}>
      <p class="mb-4">{say('overview.intro')}</p>
      <Section>
        <ul class="grid gap-4 sm:grid-cols-2">
          {rooms.map((room) => (
            <li>
              <a
                href={`/desk/settings/${room}`}
                class="font-medium text-primary underline underline-offset-2"
              >
                {say(`${room}.title`)}
              </a>
              <span class="block text-secondary">{say(`overview.${room}`)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say('overview.versions')}>
        <p class="mb-3 text-secondary">{say('overview.versions_intro')}</p>
        <ol class="divide-y divide-base-300">
          {versions.map((each) => (
            <Version page={page} office={office} made={each} />
          ))}
        </ol>
      </Section>
    </SettingsFrame>
  );
};

const Version = ({ page, office, made }: { page: Page; office: Office; made: MadeVersion }) => {
  const say = settingsTexts(page.language);
  const day = sayDay(made.at, page);
  const { author, version, validFrom } = made;
  return (
    <li class="flex flex-wrap gap-x-4 py-2">
      <span class="min-w-48 flex-1">
        <span class="font-medium">{say('overview.version', { version })}</span>{' '}
        {validFrom <= '2000-01-01'
          ? say('overview.since_ever')
          : say('overview.from', { day: sayDate(validFrom, page) })}
        <Standing page={page} office={office} made={made} />
        <span class="block">
          <a href={`/agreement/versions/${version}`} aria-label={say('overview.read_version', { version })}>
            {say('overview.read')}
          </a>
          {standingOf(office, made, page) && (
            <>
              {' · '}
              <a
                href={`/desk/settings/agreement/${version}/announcement`}
                aria-label={say('overview.announce_version', { version })}
              >
                {say('overview.announce')}
              </a>
            </>
          )}
        </span>
      </span>
      <span class="flex-1 text-secondary">
        {author ? say('overview.made_by', { day, name: author }) : say('overview.made', { day })}
        <Changed page={page} office={office} made={made} />
      </span>
    </li>
  );
};

const Standing = ({ page, office, made }: { page: Page; office: Office; made: MadeVersion }) => {
  const standing = standingOf(office, made, page);
  if (!standing) return null;
  return (
    <span class="badge badge-outline badge-sm ml-2">
      {settingsTexts(page.language)(`overview.${standing}`)}
    </span>
  );
};

/** Whether a version holds now or is to come; null for one that is past or was replaced. */
function standingOf(office: Office, made: MadeVersion, { now }: Page): 'now' | 'later' | null {
  if (office.inForce(now).version === made.version) return 'now';
  const planned = made.validFrom > office.calendar.localDate(now.getTime());
  return planned && office.inForceOn(made.validFrom).version === made.version ? 'later' : null;
}

/** What a version changed with regard to the one that held on its first day when it was made. */
const Changed = ({ page, office, made }: { page: Page; office: Office; made: MadeVersion }) => {
  const say = settingsTexts(page.language);
  const before = office.versions
    .filter(({ version, validFrom }) => version < made.version && validFrom <= made.validFrom)
    .sort((one, other) => one.validFrom.localeCompare(other.validFrom) || one.version - other.version)
    .at(-1);
  if (!before) return null;
  const parts = differences(before.agreement, office.agreement(made.version));
  return <span class="block">{parts.map((part) => say(`part.${part}`)).join(', ')}</span>;
};
