// The poster of a clip that only the cloud has; the engine fetches it when it is looked at. A sign in its place where there is none.
import { useState } from 'react';
import type { CloudClip } from '#shared/contract/sync.ts';
import { mediaUrl } from '../../../engine/media.ts';
import { Icon } from '../../../ui/icon.tsx';
import { ImageIcon, TextIcon } from '../../../ui/icons.ts';
import { MediaFrame } from '../../../ui/media-frame.tsx';
import styles from './cloud-picture.module.css';

export function CloudPicture({ clip }: { readonly clip: CloudClip }) {
  const [isMissing, setMissing] = useState(false);
  return (
    <div className={styles['picture']}>
      <MediaFrame radius="sm">
        {isMissing ? (
          <span className={styles['sign']}>
            <Icon glyph={clip.kind === 'text-to-video' ? TextIcon : ImageIcon} size={16} />
          </span>
        ) : (
          <img
            src={mediaUrl('poster', clip.posterId)}
            alt=""
            draggable={false}
            loading="lazy"
            decoding="async"
            onError={() => setMissing(true)}
          />
        )}
      </MediaFrame>
    </div>
  );
}
