// A job's credits: held, given back, paid.
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { InspectorSection } from '../../../app/inspector.tsx';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { creditRows } from '../words/credit-rows.ts';
import styles from './job-credits.module.css';

export function JobCredits({ job }: { readonly job: GenerationDetail }) {
  const t = useTranslate();
  return (
    <InspectorSection title={t('queue:creditsTitle')}>
      <dl className={styles['rows']}>
        {creditRows(t, job).map(({ id, name, value }) => (
          <div key={id} className={styles['row']} data-row={id}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </InspectorSection>
  );
}
