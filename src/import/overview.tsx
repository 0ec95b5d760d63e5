import { SettingsFrame } from '#settings/frame.tsx';
import { describedBy, ErrorLine, hintId } from '#ui/field.tsx';
import { TextArea, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { FormFoot, Section } from '#ui/parts.tsx';
import type { ImportKind } from './frame.ts';
import { type KindName, kindNames } from './kinds.ts';
import type { Run } from './queries.ts';
import { root } from './root.ts';
import { LastRuns } from './run-page.tsx';
import { columnWords, importTexts, reasonWords } from './texts.ts';

/** All that can be imported, in the order in which one depends on the other. */
export const ImportsPage = ({ page, runs }: { page: Page; runs: readonly Run[] }) => {
  const say = importTexts(page.language);
  return (
    <SettingsFrame page={page} room="imports">
      <p class="mb-2">{say('intro')}</p>
      <p class="mb-4">{say('order')}</p>
      <Section>
        <ol class="divide-y divide-base-300">
          {kindNames.map((name) => (
            <li class="py-2">
              <a href={`${root}/${name}`} class="font-medium text-primary underline underline-offset-2">
                {say(`kind.${name}`)}
              </a>
              <span class="block text-secondary">{say(`about.${name}`)}</span>
            </li>
          ))}
        </ol>
      </Section>
      <LastRuns page={page} runs={runs} />
    </SettingsFrame>
  );
};

interface UploadProps {
  readonly page: Page;
  readonly name: KindName;
  readonly kind: ImportKind<unknown>;
  readonly typed: Typed;
}

/** Where a file of one kind is handed in, or its lines pasted. */
export const UploadPage = ({ page, name, kind, typed }: UploadProps) => {
  const say = importTexts(page.language);
  const error = typed.errors.file && reasonWords(typed.errors.file, page.language);
  return (
    <SettingsFrame page={page} title={say(`kind.${name}`)}>
      <p class="mb-4">
        {say(`about.${name}`)} <a href={root}>{say('back')}</a>
      </p>
      <Section>
        {/* Turbo takes no page as the answer to a form; this one is left to the browser. */}
        <form
          method="post"
          action={`${root}/${name}`}
          enctype="multipart/form-data"
          data-turbo="false"
          novalidate
        >
          <div class="mb-5">
            <label for="file" class="font-medium">
              {say('file')}
            </label>
            <p id={hintId('file')} class="text-sm text-secondary">
              {say('file_hint')}
            </p>
            <input
              id="file"
              type="file"
              name="file"
              accept=".csv,.txt,.tsv,text/csv,text/plain"
              class="file-input mt-1 w-full"
              aria-invalid={error ? 'true' : undefined}
              aria-describedby={describedBy('file', true, error || undefined)}
            />
            <ErrorLine name="file" error={error || undefined} language={page.language} />
          </div>
          <TextArea
            name="text"
            label={say('text')}
            hint={say('text_hint')}
            language={page.language}
            typed={typed}
            rows={6}
            optional
          />
          <FormFoot label={say('preview')} />
        </form>
      </Section>
      <Section title={say('columns')}>
        <p class="mb-2">{say('columns_hint')}</p>
        <ul class="mb-3 divide-y divide-base-300">
          {kind.columns.map(({ name: column, headers, required }) => {
            const own = columnWords(column, page.language);
            const others = headers[page.language].filter((each) => each !== own);
            return (
              <li class="flex flex-wrap gap-x-4 py-1.5">
                <span class="min-w-40 font-medium">
                  {own}
                  {required && <span class="badge badge-outline badge-sm ml-2">{say('required')}</span>}
                </span>
                {others.length > 0 && (
                  <span class="text-secondary">{say('also', { names: others.join(', ') })}</span>
                )}
              </li>
            );
          })}
        </ul>
        <p class="mb-3 text-secondary">{say('days')}</p>
        <a href={`${root}/${name}/template.csv`} data-turbo="false">
          {say('template')}
        </a>
      </Section>
    </SettingsFrame>
  );
};
