// What happened to a generation, step by step, with the time of each. Used by the viewer's history and the queue.
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { type GenerationEventType, generationEvents } from '#shared/domain/generation-status.ts';
import { formatTimeWithSeconds } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import type { Translate } from '../i18n/translate.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './event-list.module.css';

/** Reasons to look closer; their words are red. */
const badEvents: readonly string[] = ['failed', 'refused', 'expired'];

export function EventList({ events }: Pick<GenerationDetail, 'events'>) {
  const t = useTranslate();
  return (
    <ol>
      {events.map(({ at, type, note }, index) => (
        <li key={`${at}-${type}-${index}`} className={styles['event']}>
          <span className={styles['when']}>{formatTimeWithSeconds(at)}</span>
          <span className={classNames(styles['what'], badEvents.includes(type) && styles['bad'])}>
            {eventWord(t, type)}
            {note !== '' && <span className={styles['note']}>{note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What happens to a job without changing its status. */
const plainEvents = {
  created: 'viewer:event.created',
  paused: 'viewer:event.paused',
  resumed: 'viewer:event.resumed',
  moved: 'viewer:event.moved',
  'fetched-again': 'viewer:event.refetched',
  imported: 'viewer:event.imported',
  located: 'viewer:event.located',
} as const;

function eventWord(t: Translate, type: string): string {
  if (type in plainEvents) return t(plainEvents[type as keyof typeof plainEvents]);
  if (type === 'cancel-withdrawn') return t('viewer:event.cancelWithdrawn');
  const known = generationEvents.find((event): event is GenerationEventType => event === type);
  return known ? t(`viewer:event.${known}`) : type;
}
