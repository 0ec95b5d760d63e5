import type { Impact, Urgency } from '#agreement/agreement.ts';
import type { Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { ticketTexts } from '../texts.ts';

interface Weight {
  readonly urgency: Urgency;
  readonly impact: Impact;
}

/** How a business-critical part can fail, and what the agreement's words for urgency and impact make of it (§2). */
const fits = {
  down: { urgency: 'high', impact: 'large' },
  partly: { urgency: 'medium', impact: 'large' },
  around: { urgency: 'low', impact: 'large' },
} as const satisfies Record<string, Weight>;
type Fit = keyof typeof fits;

const fitOf = (preview: string | undefined): Fit | null =>
  preview && Object.hasOwn(fits, preview) ? (preview as Fit) : null;

/** What a form holds once the button of a suggestion was pressed: its answers stand there, to be seen and changed. */
export function withSuggestion(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const fit = fitOf(values.preview);
  return fit ? { ...values, ...fits[fit] } : values;
}

interface PartSite {
  readonly id: string;
  readonly name: string;
  readonly critical_parts: readonly string[];
}

interface PartProps {
  readonly page: Page;
  readonly typed: Typed;
  readonly sites: readonly PartSite[];
  /** The site that is chosen, as far as one is. */
  readonly siteId: string | undefined;
}

const chosenSite = ({ sites, siteId }: PartProps) =>
  sites.length === 1 ? sites[0] : sites.find(({ id }) => id === siteId);

/** What stands only where the site is chosen; without scripts, as long as none is. */
const shown = (isShown: boolean, isOpen: boolean) =>
  isShown ? '' : isOpen ? 'hidden noscript:block' : 'hidden';

/** Which business-critical part of the site it is about, if any. A site that has none asks nothing. */
export const PartField = (props: PartProps) => {
  const { page, typed, sites } = props;
  const say = ticketTexts(page.language);
  const chosen = chosenSite(props);
  return (
    <>
      {sites
        .filter(({ critical_parts }) => critical_parts.length > 0)
        .map(({ id, name, critical_parts }) => (
          <fieldset class={`mb-5 ${shown(chosen?.id === id, !chosen)}`} data-site={id}>
            <legend class="font-medium">
              {say('view.parts.question')}
              <span class={chosen ? 'hidden' : 'noscript:inline hidden'}> ({name})</span>
            </legend>
            <div class="mt-2 flex flex-wrap gap-2">
              {[...critical_parts, ''].map((part) => (
                <label class="flex min-h-11 cursor-pointer items-center gap-2 rounded-box border border-base-300 bg-base-100 px-3 py-1.5 has-checked:border-primary has-checked:outline has-checked:outline-primary">
                  <input
                    type="radio"
                    class="radio radio-primary radio-sm"
                    name="part"
                    value={part}
                    checked={typed.values.part === part && chosen?.id === id}
                  />
                  {part ? <bdi>{part}</bdi> : say('view.parts.none')}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
    </>
  );
};

/**
 * How bad it is with such a part, in three taps to choose from: each says which answers fit by the agreement and
 * puts them into the two questions below, where they can be changed. Without scripts by a visit to the server.
 */
export const PartAdvice = (
  props: PartProps & { readonly action: string; readonly whose: 'yours' | 'theirs' },
) => {
  const { page, typed, action, whose } = props;
  const say = ticketTexts(page.language);
  const chosen = chosenSite(props);
  const concerned = chosen ? [chosen] : props.sites;
  const anyParts = concerned.some(({ critical_parts }) => critical_parts.length > 0);
  const part = chosen?.critical_parts.find((each) => each === typed.values.part);
  const fit = fitOf(typed.values.preview);
  if (props.sites.every(({ critical_parts }) => critical_parts.length === 0)) return null;
  const said = (each: Fit) =>
    say('view.parts.said', {
      urgency: say(`urgency.${fits[each].urgency}`),
      impact: say(`impact.${fits[each].impact}`),
    });
  return (
    <site-parts
      id="advice"
      class={`mb-6 rounded-box border border-base-300 bg-base-200 p-3 ${part || fit ? 'block' : shown(false, anyParts)}`}
    >
      <p class="font-medium first-letter:uppercase">
        <span data-part>{part ?? say('view.parts.such')}</span> {say(`view.parts.${whose}`)}
      </p>
      <p class="mt-1">{say('view.parts.how_bad')}</p>
      <div class="mt-2 flex flex-wrap gap-2">
        {(Object.keys(fits) as Fit[]).map((each) => (
          <button
            type="submit"
            name="preview"
            value={each}
            formaction={action}
            class="btn h-auto min-h-11 py-1.5"
            data-urgency={fits[each].urgency}
            data-impact={fits[each].impact}
            data-said={said(each)}
            data-turbo="false"
          >
            {say(`view.parts.${each}`)}
          </button>
        ))}
      </div>
      <p role="status" class="mt-2 text-sm font-medium empty:hidden">
        {fit && said(fit)}
      </p>
      <p class="mt-2 text-sm text-secondary">{say('view.parts.why')}</p>
    </site-parts>
  );
};
