// Where a video is: at every picture of the screen while it moves, and after every seek. And whether sound was heard in it.
import { type RefObject, useEffect, useState } from 'react';

export interface VideoClock {
  readonly positionMs: number;
  readonly hasSound: boolean;
}

export function useClock(video: RefObject<HTMLVideoElement | null>, isMoving: boolean): VideoClock {
  const [positionMs, setPosition] = useState(0);
  const [hasSound, setSound] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    const read = () => {
      setPosition(element.currentTime * 1000);
      if (soundBytes(element) > 0) setSound(true);
    };
    const names = ['seeking', 'seeked', 'timeupdate', 'loadedmetadata'] as const;
    for (const name of names) element.addEventListener(name, read);
    let frame = 0;
    const follow = () => {
      read();
      frame = requestAnimationFrame(follow);
    };
    if (isMoving) follow();
    return () => {
      cancelAnimationFrame(frame);
      for (const name of names) element.removeEventListener(name, read);
    };
  }, [video, isMoving]);
  return { positionMs, hasSound };
}

/** Chromium counts what it has decoded of a sound track; there is no other word about it. */
function soundBytes(element: HTMLVideoElement): number {
  const counted = (element as { webkitAudioDecodedByteCount?: unknown })
    .webkitAudioDecodedByteCount;
  return typeof counted === 'number' ? counted : 0;
}
