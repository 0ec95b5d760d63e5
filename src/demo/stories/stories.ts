import type { Language } from '#lib/language.ts';
import enSayings from './en/sayings.ts';
import enShop from './en/shop.ts';
import enSite from './en/site.ts';
import nlCatalogue from './nl/catalogue.ts';
import nlCheckout from './nl/checkout.ts';
import nlCms from './nl/cms.ts';
import nlContent from './nl/content.ts';
import nlForms from './nl/forms.ts';
import nlHosting from './nl/hosting.ts';
import nlSayings from './nl/sayings.ts';
import type { Sayings, Story } from './story.ts';

export const stories: Readonly<Record<Language, readonly Story[]>> = {
  nl: [...nlCheckout, ...nlCatalogue, ...nlCms, ...nlForms, ...nlHosting, ...nlContent],
  en: [...enShop, ...enSite],
};

export const sayings: Readonly<Record<Language, Sayings>> = { nl: nlSayings, en: enSayings };
