// What an erase plan says in a title, in two sentences and on its button. Pure.
import type { ErasePlan } from '#shared/contract/erase.ts';
import { formatBytes } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import { type AskedSubject, isNothing } from './erase-flow.ts';

export function titleWords(t: Translate, subject: AskedSubject, plan: ErasePlan | null): string {
  const count = plan?.clipCount ?? (subject.type === 'clips' ? subject.ids.length : 0);
  switch (subject.type) {
    case 'clips':
      return t(plan?.where === 'cloud' ? 'erase:copiesTitle' : 'erase:clipsTitle', { count });
    case 'trash':
      return plan ? t('erase:trashTitle', { count }) : t('erase:emptyTrash');
    case 'matching':
      return t('erase:byDateTitle');
    case 'kind':
      return t('erase:byKindTitle');
    case 'cloud-copies':
      return subject.onlyThere
        ? t('erase:onlyThereTitle', { count: subject.onlyThere.length })
        : t('erase:cloudOnlyTitle');
    default:
      return subject satisfies never;
  }
}

/** How much, where else, and that there is no way back. */
export function sentences(t: Translate, subject: AskedSubject, plan: ErasePlan): string {
  if (isNothing(plan)) return t('erase:nothing');
  const isNowhereElse = subject.type === 'cloud-copies' && subject.onlyThere !== undefined;
  if (isNowhereElse) return `${t('erase:nowhereElse')} ${t('erase:noWayBack')}`;
  return [hereWords(t, plan), cloudWords(t, plan), t('erase:noWayBack')].filter(Boolean).join(' ');
}

function hereWords(t: Translate, { where, clipCount, clipBytes, totalBytes }: ErasePlan): string {
  if (where === 'cloud') return t('erase:staysHere');
  return t('erase:onThisDevice', { bytes: formatBytes(clipCount > 0 ? clipBytes : totalBytes) });
}

function cloudWords(t: Translate, { where, clipCount, inCloudCount: count }: ErasePlan): string {
  if (count === 0 || where === 'cloud') return '';
  if (where === 'here') return t('erase:staysThere', { count });
  return clipCount === 1 ? t('erase:itAlsoThere') : t('erase:alsoThere', { count });
}

export function confirmWords(t: Translate, plan: ErasePlan | null): string {
  if (!plan || plan.clipCount === 0) return t('erase:eraseThis');
  return plan.where === 'cloud'
    ? t('erase:eraseCopies', { count: plan.inCloudCount })
    : t('erase:deleteClips', { count: plan.clipCount });
}

/** Once it is done. */
export function doneWords(t: Translate, plan: ErasePlan): string {
  if (plan.where === 'cloud') return t('erase:copiesAsked');
  return plan.clipCount > 0 ? t('erase:deleted', { count: plan.clipCount }) : t('erase:erased');
}
