// One clip in a list of what takes room: its picture, its name, a word about it and its bytes.
import type { Storage } from '#shared/contract/storage.ts';
import { formatRoute } from '../../../app/router.ts';
import { mediaUrl } from '../../../engine/media.ts';
import { formatBytes } from '../../../i18n/format.ts';
import { ListRow } from '../../../ui/list-row.tsx';
import { Poster } from '../../../ui/poster.tsx';
import styles from './storage-page.module.css';

export interface ClipRowProps {
  readonly clip: Pick<
    Storage['largest'][number],
    'generationId' | 'outputId' | 'hasPoster' | 'title' | 'bytes'
  >;
  readonly note: string;
}

export function ClipRow({ clip, note }: ClipRowProps) {
  const { generationId, outputId, hasPoster, title, bytes } = clip;
  return (
    <ListRow
      height={56}
      href={formatRoute({ screen: 'viewer', id: generationId })}
      leading={
        <span className={styles['thumb']}>
          <Poster src={hasPoster ? mediaUrl('poster', outputId) : null} alt="" radius="sm" />
        </span>
      }
      title={title}
      note={note}
      middle={<span className={styles['figure']}>{formatBytes(bytes)}</span>}
    />
  );
}
