// The picture of the clip that came of a prompt last; the sign of a text when there is none.
import type { GenerationId } from '#shared/domain/ids.ts';
import { FirstFrame } from '../../clip/first-frame.tsx';
import { mediaUrl } from '../../engine/media.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { Icon } from '../../ui/icon.tsx';
import { TextIcon } from '../../ui/icons.ts';
import { MediaFrame } from '../../ui/media-frame.tsx';
import styles from './last-clip.module.css';

export function LastClip({ id }: { readonly id: GenerationId | null }) {
  const detail = useStudioQuery(
    'generations.get',
    { id: id ?? 'none0000' },
    { enabled: id !== null },
  );
  const output = id === null ? null : (detail.data?.output ?? null);
  return (
    <MediaFrame radius="sm">
      {id === null && (
        <span className={styles['sign']}>
          <Icon glyph={TextIcon} />
        </span>
      )}
      {output?.hasPoster && <img src={mediaUrl('poster', output.id)} alt="" loading="lazy" />}
      {output && !output.hasPoster && !output.isMissing && (
        <FirstFrame src={mediaUrl('output', output.id)} alt="" />
      )}
    </MediaFrame>
  );
}
