// The collections in the sidebar, each with its cover and count.
import { formatCount } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import type { FrameCollection } from './frame-data.ts';
import styles from './sidebar.module.css';

export interface SidebarCollectionsProps {
  readonly collections: readonly FrameCollection[];
}

export function SidebarCollections({ collections }: SidebarCollectionsProps) {
  const t = useTranslate();
  return (
    <nav aria-label={t('frame.collections')}>
      <h2 className={styles['heading']}>{t('frame.collections')}</h2>
      {collections.map(({ id, name, count, coverSrc, href }) => (
        <a key={id} href={href} className={styles['collection']}>
          {coverSrc !== null && <img src={coverSrc} alt="" className={styles['cover']} />}
          <span className={styles['collection-name']}>{name}</span>
          <span aria-hidden="true" className={styles['count']}>
            {formatCount(count)}
          </span>
        </a>
      ))}
    </nav>
  );
}
