// The picture of a job: its poster when there is one, the image that it starts from, else a sign for what it is made of.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { mediaUrl } from '../../../engine/media.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { Icon } from '../../../ui/icon.tsx';
import { ImageIcon, TextIcon } from '../../../ui/icons.ts';
import { MediaFrame } from '../../../ui/media-frame.tsx';
import styles from './job-picture.module.css';

export interface JobPictureProps {
  readonly job: GenerationSummary;
  readonly radius: 'sm' | 'md';
}

export function JobPicture({ job, radius }: JobPictureProps) {
  const src = usePictureOf(job);
  const isDim = !isActive(job.status) && job.status !== 'ready';
  return (
    <MediaFrame radius={radius}>
      {src === null ? (
        <span className={styles['sign']}>
          <Icon glyph={job.kind === 'text-to-video' ? TextIcon : ImageIcon} size={16} />
        </span>
      ) : (
        <img
          src={src}
          alt=""
          draggable={false}
          loading="lazy"
          decoding="async"
          className={isDim ? styles['dim'] : undefined}
        />
      )}
    </MediaFrame>
  );
}

/** `null` where there is none, or none yet. */
export function usePictureOf({ id, kind, output }: GenerationSummary): string | null {
  const needsImage = kind !== 'text-to-video' && !output?.hasPoster;
  const detail = useStudioQuery('generations.get', { id }, { enabled: needsImage }).data;
  if (output?.hasPoster) return mediaUrl('poster', output.id);
  const images = detail?.images ?? [];
  const first = images.find(({ role }) => role === 'first-frame') ?? images[0];
  return first ? mediaUrl('asset', first.assetId) : null;
}
