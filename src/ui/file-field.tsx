import type { Language } from '#lib/language.ts';
import { Tick } from './choice-fields.tsx';
import { describedBy, ErrorLine, hintId, type Typed } from './field.tsx';
import { uiTexts } from './ui.ts';

export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

interface FileFieldProps {
  /** `files` otherwise; for a page with several forms that take files. */
  readonly id?: string;
  readonly language: Language;
  readonly typed: Typed;
  /** Files that came with a form that was not taken: they need not be chosen again. */
  readonly kept: readonly KeptFile[];
}

/** Files by choosing, dragging, pasting or a phone's camera. Works as a plain file field without scripts. */
export const FileField = ({ id = 'files', language, typed, kept }: FileFieldProps) => {
  const say = uiTexts(language);
  const error = typed.errors.files;
  return (
    <file-drop
      class="mb-5 block rounded-box border border-dashed border-base-300 p-3"
      data-remove={say('form.files_remove')}
      data-too-large={say('form.files_too_large')}
      data-too-many={say('error.too_many_files')}
      data-unreadable={say('form.files_unreadable')}
      data-pasted={say('form.files_pasted')}
      data-drop={say('form.files_drop')}
      data-sending={say('form.files_sending')}
      data-sent={say('form.files_sent')}
      data-failed={say('form.files_failed')}
      data-retry={say('form.files_retry')}
      data-waiting={say('form.files_waiting')}
    >
      <label for={id} class="block font-medium">
        {say('form.files')} <span class="font-normal text-secondary">({say('form.optional')})</span>
      </label>
      <p id={hintId(id)} class="text-sm text-secondary">
        <span class="noscript:hidden">{say('form.files_ways')} </span>
        {say('form.files_hint')}
      </p>
      {kept.length > 0 && (
        <fieldset class="mt-2">
          <legend class="text-sm font-medium">{say('form.files_kept')}</legend>
          {kept.map((file) => (
            <Tick name="kept" value={file.id} label={file.name} checked hint={say('form.keep')} />
          ))}
        </fieldset>
      )}
      <input
        id={id}
        type="file"
        name="files"
        multiple
        class="file-input mt-2 w-full"
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, true, error)}
      />
      <label
        data-camera
        class="btn mt-2 hidden focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-primary pointer-coarse:inline-flex pointer-coarse:noscript:hidden"
      >
        {say('form.files_camera')}
        <input type="file" accept="image/*" capture="environment" class="sr-only" />
      </label>
      <ul data-chosen class="mt-1 text-sm" aria-live="polite" />
      <p data-warning role="alert" class="mt-1 font-medium text-error empty:hidden" />
      <ErrorLine name={id} error={error} language={language} />
    </file-drop>
  );
};
