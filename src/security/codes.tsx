import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Section } from '#ui/parts.tsx';
import { sayDay } from '#ui/time.tsx';
import { securityTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly email: string;
  readonly codes: readonly string[];
}

/** The recovery codes, shown this once. */
export const CodesPage = ({ page, email, codes }: Props) => {
  const say = securityTexts(page.language);
  const head = say('codes.file_head', { agency: page.brand.name, email, day: sayDay(page.now, page) });
  const file = `${head}\r\n\r\n${codes.join('\r\n')}\r\n`;
  return (
    <Layout
      page={page}
      face={page.person?.kind === 'staff' ? 'desk' : 'portal'}
      title={say('codes.shown_title')}
    >
      <h1 class="mb-5 text-2xl font-semibold">{say('codes.shown_title')}</h1>
      <Section>
        <p class="mb-4">{say('codes.shown')}</p>
        <ul
          id="recovery-codes"
          aria-label={say('codes.list')}
          class="mb-5 grid w-fit gap-x-8 gap-y-1 font-mono text-lg sm:grid-cols-2"
        >
          {codes.map((code) => (
            <li>{code}</li>
          ))}
        </ul>
        <div class="flex flex-wrap gap-2">
          <a
            class="btn"
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
            download={say('codes.file')}
          >
            {say('codes.download')}
          </a>
          <copy-text from="recovery-codes" label={say('codes.copy')} done={say('codes.copied')} />
          <a class="btn btn-primary" href="/profile/security">
            {say('codes.kept')}
          </a>
        </div>
      </Section>
    </Layout>
  );
};
