import type { Page } from '#ui/page.ts';
import { authTexts } from './texts.ts';

/** A button that signs in by a passkey; where there are no scripts, or no passkeys, it is not there. */
export const PasskeyButton = ({ page, next }: { page: Page; next: string }) => {
  const say = authTexts(page.language);
  return (
    <passkey-form act="get" options="/sign-in/passkey/options" failed={say('passkey.failed')}>
      <form method="post" action="/sign-in/passkey" data-turbo="false" class="mb-6 noscript:hidden">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="credential" value="" />
        <button type="submit" class="btn w-full sm:w-auto">
          {say('passkey.sign_in')}
        </button>
        <p role="status" class="mt-2 text-error" />
      </form>
    </passkey-form>
  );
};
