// Taken with the pointer, it drags the files of clips out into another program. For the keyboard there is Copy file and Save elsewhere.
import type { GenerationId } from '#shared/domain/ids.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { DragOutIcon } from '../ui/icons.ts';
import styles from './file-drag-handle.module.css';
import { dragFiles } from './files-out.ts';

export interface FileDragHandleProps {
  readonly ids: readonly GenerationId[];
}

export function FileDragHandle({ ids }: FileDragHandleProps) {
  const t = useTranslate();
  return (
    <span
      draggable
      aria-hidden="true"
      data-file-drag
      title={t('ownFiles:dragHint')}
      className={styles['handle']}
      onDragStart={(event) => dragFiles(event, ids)}
    >
      <Icon glyph={DragOutIcon} />
    </span>
  );
}
