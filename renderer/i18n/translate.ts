// Turns keys into words. Synchronous: the words are part of the program, nothing is fetched.
import { createInstance, type TFunction } from 'i18next';
import { en } from './en.ts';

export type Area = keyof typeof en;

/** `t('cancel')` for the common words, `t('errors:disk-full')` or `t('create:prompt')` for another area. */
export type Translate = TFunction<['common', ...Area[]]>;

export function createTranslate(language: 'en' = 'en'): Translate {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en },
    ns: Object.keys(en),
    defaultNS: 'common',
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
  return instance.getFixedT<['common', ...Area[]]>(language, ['common', ...areas]);
}

const areas = Object.keys(en) as Area[];
