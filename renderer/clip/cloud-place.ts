// Where the cloud keeps a clip, in words: "Kling, Singapore". Pure.
import type { Translate } from '../i18n/translate.ts';

/** The demo is its own place, on this device: said in the words that stand in the sidebar. */
export function cloudPlace(t: Translate, provider: string, region: string): string {
  if (provider === region) return provider === '' ? '' : t('status:demo');
  return [provider, region].filter(Boolean).join(', ');
}
