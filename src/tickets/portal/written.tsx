import { Preview, PreviewButton } from '../view/preview.tsx';
import { type Shown, type TextForm, typedIn } from './shown.ts';

type WrittenProps = Shown & { readonly from: TextForm };

/** The text of a form as it will be read, where that was asked for. */
export const Written = (shown: WrittenProps) => {
  const { typed, isPreview } = typedIn(shown, shown.from);
  if (!isPreview) return null;
  return <Preview page={shown.page} texts={[{ text: typed.values.body ?? '' }]} />;
};

/** What ends a form with a text: what it will look like, the button that sends it, and the one that only shows it. */
export const WrittenFoot = ({ label, ...shown }: WrittenProps & { label: string }) => (
  <>
    <Written {...shown} />
    <div class="mt-2 flex flex-wrap gap-2">
      <button type="submit" class="btn btn-primary">
        {label}
      </button>
      <PreviewButton page={shown.page} />
    </div>
  </>
);
