import type { Hono } from 'hono';
import type { Auth } from '#auth/auth.ts';
import { enter } from '#auth/enter.ts';
import { parse, readForm } from '#auth/form.ts';
import { hashOfNew } from '#auth/passwords.ts';
import { showAgain } from '#auth/submit.ts';
import { Bare } from '#auth/views.tsx';
import { allow, type Env, show } from '#auth/web.ts';
import { NotFound } from '#lib/errors.ts';
import { MendNotice, nothingTyped, RadioField, TextField, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { Section } from '#ui/parts.tsx';
import { isSetupOpen, setUpAgency, setupSchema } from './setup.ts';
import { settingsTexts } from './texts.ts';

/** Where the link on the console leads: names the agency and makes its first manager, once. */
export function setupPages(app: Hono<Env>, auth: Auth): void {
  app.get('/setup/:token', allow('anyone'), async (c) => {
    const token = c.req.param('token');
    if (!(await isSetupOpen(c.var.scope, token))) throw new NotFound();
    return show(c, <Setup page={c.var.page} token={token} typed={nothingTyped} />);
  });

  app.post('/setup/:token', allow('anyone'), async (c) => {
    const token = c.req.param('token');
    if (!(await isSetupOpen(c.var.scope, token))) throw new NotFound();
    const form = await readForm(c);
    try {
      const { password, ...input } = parse(setupSchema, form.values);
      const passwordHash = await hashOfNew(auth, password, [input.agency, input.name, input.email]);
      const manager = await setUpAgency(c.var.scope, token, { ...input, passwordHash });
      const done = settingsTexts(input.language)('setup.done', { agency: input.agency });
      return await enter(c, auth, { personId: manager.id, way: 'setup', next: '/', done });
    } catch (error) {
      return showAgain(c, error, form, (typed) => <Setup page={c.var.page} token={token} typed={typed} />);
    }
  });
}

const Setup = ({ page, token, typed }: { page: Page; token: string; typed: Typed }) => {
  const say = settingsTexts(page.language);
  const common = { language: page.language, typed };
  return (
    <Bare page={page} title={say('setup.title')}>
      <MendNotice typed={typed} language={page.language} />
      <p class="mb-4">{say('setup.intro')}</p>
      <form method="post" action={`/setup/${encodeURIComponent(token)}`} novalidate>
        <Section title={say('setup.agency_part')}>
          <TextField
            {...common}
            name="agency"
            label={say('setup.agency')}
            hint={say('setup.agency_hint')}
            autofocus
          />
          <RadioField
            {...common}
            name="language"
            label={say('setup.language')}
            hint={say('setup.language_hint')}
            value={page.language}
            choices={[
              { value: 'nl', label: 'Nederlands' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Section>
        <Section title={say('setup.manager_part')}>
          <TextField {...common} name="name" label={say('setup.name')} autocomplete="name" />
          <TextField
            {...common}
            name="email"
            type="email"
            label={say('setup.email')}
            hint={say('setup.email_hint')}
            autocomplete="username"
            inputmode="email"
          />
          <TextField
            {...common}
            name="password"
            type="password"
            label={say('setup.password')}
            hint={say('setup.password_hint')}
            autocomplete="new-password"
          />
        </Section>
        <button type="submit" class="btn btn-primary w-full sm:w-auto">
          {say('setup.submit')}
        </button>
      </form>
    </Bare>
  );
};
