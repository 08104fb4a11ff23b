// The right side while it is read, in its final shape.
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import styles from './result-pane.module.css';

export function ResultSkeleton() {
  const t = useTranslate();
  return (
    <section aria-label={t('create:result')} aria-busy="true" className={styles['pane']}>
      <div className={styles['fit']}>
        <div className={styles['head']}>
          <Skeleton width="240px" height="12px" />
        </div>
        <Skeleton isPoster />
      </div>
    </section>
  );
}
