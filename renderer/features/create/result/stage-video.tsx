// The finished take playing in a loop without sound, with a small line to pause and to seek.
import { useRef } from 'react';
import type { Output } from '#shared/contract/generation.ts';
import { isMotionReduced } from '../../../clip/reduced-motion.ts';
import { mediaUrl } from '../../../engine/media.ts';
import { PlaybackLine } from './playback-line.tsx';
import styles from './stage-video.module.css';
import { usePlayback } from './use-playback.ts';

export interface StageVideoProps {
  readonly output: Output;
  readonly title: string;
  readonly onBroken: () => void;
}

export function StageVideo({ output, title, onBroken }: StageVideoProps) {
  const video = useRef<HTMLVideoElement>(null);
  const playback = usePlayback(video, output.durationMs);
  return (
    <div className={styles['whole']}>
      {/* Silent here; the viewer plays it with its sound. The line under it has the keys, the press is a short way. */}
      <video
        ref={video}
        src={mediaUrl('output', output.id)}
        {...(output.hasPoster && { poster: mediaUrl('poster', output.id) })}
        aria-label={title}
        muted
        playsInline
        loop={playback.isLooping}
        autoPlay={!isMotionReduced()}
        preload="auto"
        onClick={playback.toggle}
        onError={onBroken}
        className={styles['video']}
      />
      <PlaybackLine
        playback={playback}
        durationMs={output.durationMs}
        onFullScreen={() => void video.current?.requestFullscreen().catch(() => undefined)}
      />
    </div>
  );
}
