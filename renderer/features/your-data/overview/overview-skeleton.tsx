// The overview while the disk is being counted, in its final size.
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import styles from './overview-skeleton.module.css';

export function OverviewSkeleton() {
  const t = useTranslate();
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label={t('yourData:counting')}
      className={styles['page']}
    >
      <div className={styles['figures']}>
        {Array.from({ length: 4 }, (_, index) => (
          <div key={index} className={styles['figure']}>
            <Skeleton width="50%" height="12px" />
            <Skeleton width="36%" height="26px" />
            <Skeleton width="70%" height="12px" />
          </div>
        ))}
      </div>
      <Skeleton height="138px" />
      <Skeleton height="348px" />
    </div>
  );
}
