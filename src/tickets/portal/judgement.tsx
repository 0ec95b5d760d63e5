import { FileField, Form, TextArea } from '#ui/form.tsx';
import { ticketTexts } from '../texts.ts';
import { PreviewButton } from '../view/preview.tsx';
import { Discard, Keeper } from './drafts.tsx';
import { Seen } from './seen.tsx';
import { type Shown, typedIn } from './shown.ts';
import { Written } from './written.tsx';

const excerptLength = 140;

const excerpt = (text: string) => {
  const line = [...text.replace(/\s+/gu, ' ').trim()];
  return line.length > excerptLength ? `${line.slice(0, excerptLength).join('')}…` : line.join('');
};

/**
 * «Het werkt, afmelden» and «Het werkt nog niet», one form with two buttons. Whoever typed something and then
 * presses the first is asked what they meant, so that a complaint is never taken for a sign-off.
 */
export const JudgementForm = (shown: Shown) => {
  const { page, ticket, newOnce } = shown;
  const say = ticketTexts(page.language);
  const { typed, kept } = typedIn(shown, 'judgement');
  const asks = typed.errors.wrote !== undefined;
  const text = typed.values.body ?? '';
  const toSignOff = `/tickets/${ticket.id}/sign-off`;
  return (
    <>
      <Discard {...shown} from="judgement" />
      <Form
        action={`/tickets/${ticket.id}/refusal`}
        once={newOnce()}
        files
        id="judgement"
        again={shown.again !== null}
      >
        <Seen {...shown} from="judgement" />
        <input type="hidden" name="delivered" value={ticket.delivered_at?.toISOString()} />
        {asks && (
          <div role="alert" class="alert mb-4 border-warning bg-base-100 text-base">
            <span aria-hidden="true" class="font-bold text-warning">
              !
            </span>
            <span dir="auto">
              {text.trim()
                ? say('portal.sign_off.wrote', { text: excerpt(text) })
                : say('portal.sign_off.wrote_file')}
            </span>
          </div>
        )}
        <button
          type="submit"
          formaction={toSignOff}
          class="btn btn-primary btn-lg h-auto min-h-12 w-full py-2"
          {...(asks ? { name: 'with', value: 'text' } : {})}
        >
          <span aria-hidden="true">✓</span>
          {say(asks ? 'portal.sign_off.works_with_text' : 'portal.sign_off.works')}
        </button>
        <p class="mt-6 mb-3 border-t border-base-300 pt-4 font-semibold">{say('portal.sign_off.or')}</p>
        <TextArea
          name="body"
          label={say('portal.sign_off.label')}
          hint={say('portal.sign_off.hint')}
          language={page.language}
          typed={typed}
          tools
        />
        <FileField language={page.language} typed={typed} kept={kept} />
        <Keeper {...shown} from="judgement" />
        <Written {...shown} from="judgement" />
        <button type="submit" class="btn btn-outline btn-lg h-auto min-h-12 w-full py-2">
          <span aria-hidden="true">✕</span>
          {say('portal.sign_off.works_not')}
        </button>
        <p class="mt-2">
          <PreviewButton page={page} />
        </p>
      </Form>
    </>
  );
};
