import type { Column } from '../frame.ts';

export const clientColumn = (required: boolean): Column => ({
  name: 'client',
  headers: { nl: ['klant', 'organisatie', 'bedrijf'], en: ['client', 'organisation', 'company'] },
  required,
});

export const siteColumn: Column = {
  name: 'site',
  headers: { nl: ['site', 'website', 'webshop', 'domein'], en: ['site', 'website', 'webshop', 'domain'] },
  required: true,
};

export const emailColumn: Column = {
  name: 'email',
  headers: { nl: ['e-mail', 'e-mailadres', 'mail'], en: ['e-mail', 'e-mail address', 'mail'] },
  required: true,
};
