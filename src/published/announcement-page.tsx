import type { Letter } from '#mail/outbox.ts';
import { SettingsFrame } from '#settings/frame.tsx';
import { Form } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, FormFoot, Notice, Section } from '#ui/parts.tsx';
import { sayDay } from '#ui/time.tsx';
import type { Announced } from './queries.ts';
import { publishedTexts } from './texts.ts';
import type { PublishedVersion } from './versions.ts';

interface Props {
  readonly page: Page;
  readonly once: string;
  readonly version: PublishedVersion;
  readonly standing: string;
  readonly letter: Pick<Letter, 'subject' | 'blocks'>;
  readonly recipients: number;
  readonly announced: Announced | undefined;
  readonly delivers: boolean;
}

/** Where a manager tells all contacts of a version of the agreement, once. */
export const AnnouncementPage = (props: Props) => {
  const { page, version, standing, announced } = props;
  const say = publishedTexts(page.language);
  const open = version.state === 'now' || version.state === 'planned';
  return (
    <SettingsFrame page={page} title={say('announce.title')}>
      <p class="mb-4">
        {standing}.{' '}
        <a href={`/agreement/versions/${version.version}`}>
          {say('announce.read', { version: version.version })}
        </a>
      </p>
      {announced ? (
        <Notice>
          {say('announce.was', {
            day: sayDay(announced.at, page),
            name: announced.name,
            count: announced.recipients,
          })}
        </Notice>
      ) : open ? (
        <Ready {...props} />
      ) : (
        <Notice kind="warning">{say('announce.past')}</Notice>
      )}
    </SettingsFrame>
  );
};

const Ready = ({ page, once, version, letter, recipients, delivers }: Props) => {
  const say = publishedTexts(page.language);
  if (recipients === 0) return <Empty>{say('announce.nobody')}</Empty>;
  return (
    <>
      <Section>
        <p class="mb-2 text-lg">{say('announce.intro', { version: version.version, count: recipients })}</p>
        <p class="mb-4 text-secondary">{say('announce.once')}</p>
        {!delivers && <Notice kind="warning">{say('announce.kept')}</Notice>}
        <Form action={`/desk/settings/agreement/${version.version}/announcement`} once={once}>
          <FormFoot
            label={say('announce.submit', { count: recipients })}
            back={{ href: '/desk/settings', label: say('announce.back') }}
          />
        </Form>
      </Section>
      <Section title={say('announce.preview')}>
        <p class="mb-3">
          <span class="text-secondary">{say('announce.subject_label')}:</span>{' '}
          <strong>{letter.subject}</strong>
        </p>
        {letter.blocks.map((block) =>
          'paragraph' in block ? (
            <p class="mb-3">{block.paragraph}</p>
          ) : 'action' in block ? (
            <p class="mb-3">
              {block.action}: <span class="text-secondary">{block.href}</span>
            </p>
          ) : null,
        )}
      </Section>
    </>
  );
};
