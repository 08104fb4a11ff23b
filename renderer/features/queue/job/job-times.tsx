// A job's times, its tries, and when it is tried again.
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { InspectorSection } from '../../../app/inspector.tsx';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import styles from './job-credits.module.css';
import { useNowMs } from '../now.tsx';
import { timeRows } from '../words/time-rows.ts';

export function JobTimes({ job }: { readonly job: GenerationDetail }) {
  const t = useTranslate();
  const nowMs = useNowMs();
  return (
    <InspectorSection title={t('queue:timesTitle')}>
      <dl className={styles['rows']}>
        {timeRows(t, job, nowMs).map(({ id, name, value }) => (
          <div key={id} className={styles['row']} data-row={id}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </InspectorSection>
  );
}
