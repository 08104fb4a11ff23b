// The grid before its first clips are read, in its final size, so that nothing moves when they come.
import { useTranslate } from '../../i18n/translate-context.tsx';
import { PendingCard } from './grid-rows.tsx';
import styles from './grid-skeleton.module.css';

export function GridSkeleton({ cardMin }: { readonly cardMin: number }) {
  const t = useTranslate();
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label={t('loading')}
      className={styles['grid']}
      style={{ gridTemplateColumns: `repeat(auto-fill, minmax(${cardMin}px, 1fr))` }}
    >
      {Array.from({ length: 40 }, (_, index) => (
        <div key={index}>
          <PendingCard />
        </div>
      ))}
    </div>
  );
}
