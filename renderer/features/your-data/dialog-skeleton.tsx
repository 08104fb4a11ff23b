// Holds the place of a dialog's content while it is being counted or read.
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './dialog-skeleton.module.css';

export function DialogSkeleton({ lines }: { readonly lines: number }) {
  return (
    <div aria-busy="true" className={styles['skeleton']}>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height="14px" width={`${92 - (index % 3) * 14}%`} />
      ))}
    </div>
  );
}
