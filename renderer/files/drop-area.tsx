// An area that takes the user's own files: says so while they are held over it.
import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/translate-context.tsx';
import { useFileDrop } from '../ui/file-drop.ts';
import { Icon } from '../ui/icon.tsx';
import { AddFilesIcon } from '../ui/icons.ts';
import styles from './drop-area.module.css';
import { takeDropped } from './own-files.ts';

export function DropArea({ children }: { readonly children: ReactNode }) {
  const t = useTranslate();
  const { isOver, dropProps } = useFileDrop({ onFiles: takeDropped });
  return (
    <div className={styles['area']} {...dropProps}>
      {children}
      {isOver && (
        <div className={styles['over']}>
          <Icon glyph={AddFilesIcon} size={20} />
          <p className={styles['title']}>{t('ownFiles:dropTitle')}</p>
          <p>{t('ownFiles:dropText')}</p>
        </div>
      )}
    </div>
  );
}
