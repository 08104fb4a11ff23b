// What happened to a generation, step by step, and what became of its credits.
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { InspectorSection } from '../../app/inspector.tsx';
import { EventList } from '../../clip/event-list.tsx';
import { formatCredits, formatDate } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import type { Translate } from '../../i18n/translate.ts';
import { type KeyValue, KeyValues } from '../../ui/key-values.tsx';
import styles from './viewer-inspector.module.css';

export function History({ clip }: { readonly clip: GenerationDetail }) {
  const t = useTranslate();
  return (
    <>
      <InspectorSection title={t('viewer:story')}>
        <p className={styles['day']}>{formatDate(clip.createdAt)}</p>
        <EventList events={clip.events} />
      </InspectorSection>
      <InspectorSection title={t('viewer:credits')}>
        <KeyValues pairs={creditPairs(clip, t)} />
      </InspectorSection>
    </>
  );
}

function creditPairs({ credits }: GenerationDetail, t: Translate): KeyValue[] {
  const { held, settled, refunded } = credits;
  const pairs = [
    { id: 'held', name: t('viewer:creditsHeld'), amount: held },
    { id: 'settled', name: t('viewer:creditsSettled'), amount: settled },
    { id: 'refunded', name: t('viewer:creditsRefunded'), amount: refunded },
  ];
  const moved = pairs.filter(({ amount }) => amount > 0);
  if (moved.length === 0) {
    return [{ id: 'none', name: t('viewer:cost'), value: t('viewer:costFree') }];
  }
  return moved.map(({ id, name, amount }) => ({ id, name, value: formatCredits(amount) }));
}
