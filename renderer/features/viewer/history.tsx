// What happened to a generation, step by step, and what became of its credits.
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { type GenerationEventType, generationEvents } from '#shared/domain/generation-status.ts';
import { InspectorSection } from '../../app/inspector.tsx';
import { formatCredits, formatDate, formatTimeWithSeconds } from '../../i18n/format.ts';
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
        <ol className={styles['story']}>
          {clip.events.map(({ at, type, note }, index) => (
            <li key={`${at}-${type}-${index}`} className={styles['event']}>
              <span className={styles['when']}>{formatTimeWithSeconds(at)}</span>
              <span className={styles['what']}>
                {eventWord(type, t)}
                {note !== '' && <span className={styles['note']}>{note}</span>}
              </span>
            </li>
          ))}
        </ol>
      </InspectorSection>
      <InspectorSection title={t('viewer:credits')}>
        <KeyValues pairs={creditPairs(clip, t)} />
      </InspectorSection>
    </>
  );
}

function eventWord(type: string, t: Translate): string {
  if (type === 'created') return t('viewer:event.created');
  const known = generationEvents.find((event): event is GenerationEventType => event === type);
  return known ? t(`viewer:event.${known}`) : type;
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
