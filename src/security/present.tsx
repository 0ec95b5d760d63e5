import { TextField, type Typed } from '#ui/form.tsx';
import type { SecurityProps } from './overview.tsx';
import { securityTexts } from './texts.ts';

interface PresentProps extends Pick<SecurityProps, 'page' | 'self'> {
  readonly typed: Typed;
  readonly id: string;
}

/** The present password, of who has one. */
export const Present = ({ page, self, typed, id }: PresentProps) =>
  self.hasPassword ? (
    <>
      <input type="hidden" autocomplete="username" value={self.email} />
      <TextField
        name="present"
        id={id}
        type="password"
        label={securityTexts(page.language)('app.password')}
        language={page.language}
        typed={typed}
        autocomplete="current-password"
      />
    </>
  ) : null;
