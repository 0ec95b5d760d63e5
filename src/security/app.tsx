import { encode } from 'uqr';
import { MendNotice, TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { FormFoot, Section } from '#ui/parts.tsx';
import { securityTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly self: { readonly email: string; readonly hasPassword: boolean };
  readonly secret: string;
  /** What the picture holds. */
  readonly address: string;
  readonly typed: Typed;
}

/** Sets up an app: the picture to scan, the key in letters, and a first code that proves it. */
export const AppPage = ({ page, self, secret, address, typed }: Props) => {
  const say = securityTexts(page.language);
  const common = { language: page.language, typed };
  return (
    <Layout
      page={page}
      face={page.person?.kind === 'staff' ? 'desk' : 'portal'}
      title={say('app.scan_title')}
    >
      <h1 class="mb-5 text-2xl font-semibold">{say('app.scan_title')}</h1>
      <MendNotice typed={typed} language={page.language} />
      <Section>
        <p class="mb-4">{say('app.scan')}</p>
        <Picture content={address} label={say('app.picture')} />
        <p class="mt-4">{say('app.key')}</p>
        <p class="mb-5 font-mono text-lg">{secret.match(/.{4}/g)?.join(' ')}</p>
        {/* what follows is shown once, in the answer itself: Turbo would ask for a redirect */}
        <form method="post" action="/profile/security/app/confirmation" data-turbo="false" novalidate>
          <input type="hidden" autocomplete="username" value={self.email} />
          <TextField
            {...common}
            name="code"
            label={say('app.code')}
            hint={say('app.code_hint')}
            autocomplete="one-time-code"
            inputmode="numeric"
          />
          {self.hasPassword && (
            <TextField
              {...common}
              name="present"
              type="password"
              label={say('app.password')}
              autocomplete="current-password"
            />
          )}
          <FormFoot label={say('app.confirm')} back={{ href: '/profile/security', label: say('title') }} />
        </form>
      </Section>
    </Layout>
  );
};

/** A QR code, drawn here: what it holds goes to no other server. */
const Picture = ({ content, label }: { content: string; label: string }) => {
  const { size, data } = encode(content, { border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      class="size-56 rounded-box bg-white"
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={squares.join('')} fill="#000000" />
    </svg>
  );
};
