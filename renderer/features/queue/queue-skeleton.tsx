// Holds the place of the list while it is read.
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './queue-skeleton.module.css';

export function QueueSkeleton() {
  return (
    <div aria-busy="true" className={styles['rows']}>
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} className={styles['row']}>
          <div className={styles['thumb']}>
            <Skeleton isPoster />
          </div>
          <div className={styles['words']}>
            <Skeleton width="50%" height="12px" />
            <Skeleton width="30%" height="10px" />
          </div>
          <div className={styles['state']}>
            <Skeleton height="3px" />
            <Skeleton width="60%" height="10px" />
          </div>
        </div>
      ))}
    </div>
  );
}
