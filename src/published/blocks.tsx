import type { PublishedBlock } from './model.ts';
import type { publishedTexts } from './texts.ts';

type Say = ReturnType<typeof publishedTexts>;

/** One piece of the agreement on a page. */
export const BlockView = ({ block, say }: { block: PublishedBlock; say: Say }) => {
  if ('paragraph' in block) return <p class="mb-3">{block.paragraph}</p>;
  if ('heading' in block) return <h3 class="mt-5 mb-2 font-semibold">{block.heading}</h3>;
  if ('list' in block)
    return (
      <ul class="mb-3 list-disc space-y-1 pl-5">
        {block.list.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
    );
  if ('steps' in block) return <Steps steps={block.steps} />;
  if ('sides' in block) return <Sides block={block} />;
  if ('rules' in block) return <Rules rules={block.rules} say={say} />;
  return <Table block={block} />;
};

const Steps = ({ steps }: { steps: readonly { name: string; text: string }[] }) => (
  <ol class="mb-3 space-y-3">
    {steps.map(({ name, text }, at) => (
      <li class="flex gap-3">
        <span
          aria-hidden="true"
          class="flex size-7 shrink-0 items-center justify-center rounded-full border-2 border-primary text-sm font-semibold"
        >
          {at + 1}
        </span>
        <span>
          <strong class="block">{name}</strong>
          {text}
        </span>
      </li>
    ))}
  </ol>
);

const Sides = ({ block: { sides, rows } }: { block: Extract<PublishedBlock, { sides: unknown }> }) => (
  <div class="divide-y divide-base-300">
    {rows.map(({ name, texts }) => (
      <div class="py-3 first:pt-0 last:pb-0">
        <h3 class="mb-2 font-semibold">{name}</h3>
        <dl class="grid gap-x-6 gap-y-2 sm:grid-cols-2">
          {texts.map((text, at) => (
            <div>
              <dt class="text-sm text-secondary">{sides[at]}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </div>
    ))}
  </div>
);

const Rules = ({ rules, say }: { rules: readonly { text: string; free: boolean }[]; say: Say }) => (
  <ol class="mb-4 divide-y divide-base-300 border-y border-base-300">
    {rules.map(({ text, free }, at) => (
      <li class="flex flex-wrap gap-x-4 gap-y-1 py-2">
        <span class="w-6 shrink-0 whitespace-nowrap text-secondary tabular-nums">{at + 1}.</span>
        <span class="min-w-48 flex-1">{text}</span>
        <span class={`text-sm font-medium max-sm:w-full max-sm:pl-10 ${free ? 'text-success' : ''}`}>
          {free && <span aria-hidden="true">✓ </span>}
          {say(free ? 'pays.free' : 'pays.asked')}
        </span>
      </li>
    ))}
  </ol>
);

const Table = ({ block: { caption, head, body } }: { block: Extract<PublishedBlock, { head: unknown }> }) => (
  <table class="mb-4 w-full border-collapse text-left wrap-break-word hyphens-auto max-sm:text-sm">
    <caption class="sr-only">{caption}</caption>
    <thead>
      <tr class="border-b border-base-300 text-sm text-secondary">
        {head.map((each) => (
          <th scope="col" class="py-2 pr-3 align-bottom font-medium last:pr-0">
            {each}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {body.map(([name, ...rest]) => (
        <tr class="border-b border-base-300 last:border-0">
          <th scope="row" class="py-2 pr-3 align-top font-medium">
            {name}
          </th>
          {rest.map((each) => (
            <td class="py-2 pr-3 align-top tabular-nums last:pr-0">{each}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
