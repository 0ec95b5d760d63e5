import { SettingsFrame } from '#settings/frame.tsx';
import type { Page } from '#ui/page.ts';
import { Notice, Section } from '#ui/parts.tsx';
import { Moment } from '#ui/time.tsx';
import { LineList } from './preview.tsx';
import type { Run } from './queries.ts';
import { root } from './root.ts';
import type { Refused } from './runs.ts';
import { importTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly run: Run & { readonly refused: Refused | null };
}

/** How far an import is, while it goes on by itself; then what came of it, with a reason for each refused line. */
export const RunPage = ({ page, run }: Props) => {
  const say = importTexts(page.language);
  const refused = run.refused?.results ?? [];
  return (
    <SettingsFrame page={page} title={say('run_title', { kind: say(`kind.${run.kind}`) })}>
      <p class="mb-4 text-secondary">
        {run.by}, <Moment at={run.at} page={page} />
      </p>
      {run.counts ? (
        <Notice>
          <p class="font-medium" role="status">
            {doneWords(run.counts, page)}
          </p>
        </Notice>
      ) : (
        <Section>
          <label class="block font-medium" for="progress">
            {say('running', { done: run.done, lines: run.lines })}
          </label>
          <progress
            id="progress"
            class="progress progress-primary my-3 w-full"
            value={run.done}
            max={run.lines}
          />
          <p>{say('leave_alone')}</p>
        </Section>
      )}
      {refused.length > 0 && (
        <Section title={say('group.refused')} id="refused">
          <p class="mb-3">{say('refused_mend')}</p>
          <p class="mb-3">
            <a class="btn" href={`${root}/runs/${run.id}/refused.csv`} data-turbo="false">
              {say('refused_download')}
            </a>
          </p>
          <LineList page={page} lines={refused} />
        </Section>
      )}
      <p>
        <a href={`${root}/${run.kind}`}>{say('other')}</a> · <a href={root}>{say('back')}</a>
      </p>
    </SettingsFrame>
  );
};

/** «2 regels zijn opgenomen. 1 is geweigerd.» */
export function doneWords(counts: NonNullable<Run['counts']>, page: Page): string {
  const say = importTexts(page.language);
  return (['taken', 'known', 'refused'] as const)
    .filter((name) => name === 'taken' || counts[name] > 0)
    .map((name) => say(`done_${name}`, { count: counts[name] }))
    .join(' ');
}

/** The last imports, each with how far it is or what came of it. */
export const LastRuns = ({ page, runs }: { page: Page; runs: readonly Run[] }) => {
  const say = importTexts(page.language);
  if (runs.length === 0) return null;
  return (
    <Section title={say('last')}>
      <ul class="divide-y divide-base-300">
        {runs.map((run) => (
          <li class="py-2">
            <a
              href={`${root}/runs/${run.id}`}
              class="font-medium text-primary underline underline-offset-2"
              data-turbo="false"
            >
              {say(`kind.${run.kind}`)}
            </a>{' '}
            <span class="text-secondary">
              {run.by}, <Moment at={run.at} page={page} />
            </span>
            <span class="block">
              {run.counts
                ? doneWords(run.counts, page)
                : say('running', { done: run.done, lines: run.lines })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
