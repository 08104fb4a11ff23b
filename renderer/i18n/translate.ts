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
  return remembering(instance.getFixedT<['common', ...Area[]]>(language, ['common', ...areas]));
}

/** Words without figures in them are looked up once: forty cards say the same, and a look-up takes as long as drawing one of them. */
function remembering(translate: Translate): Translate {
  const known = new Map<unknown, unknown>();
  const look = (...given: Parameters<Translate>): unknown => {
    const [key] = given;
    if (given.length > 1 || typeof key !== 'string') return translate(...given);
    const words = known.get(key) ?? translate(...given);
    known.set(key, words);
    return words;
  };
  return Object.assign(look, translate);
}

const areas = Object.keys(en) as Area[];
