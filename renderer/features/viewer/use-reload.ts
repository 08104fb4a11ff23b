// A video that cannot be read is asked for again before it counts as broken: the engine may just be starting again, or the file has come
// back a moment ago.
import { useEffect, useRef, useState } from 'react';
import { askAnew, mediaUrl } from '../../engine/media.ts';

const waitsMs = [300, 1500] as const;

export interface Reload {
  /** The address of the video now. */
  readonly src: string;
  readonly isBroken: boolean;
  /** At an error of the element. */
  readonly onError: () => void;
}

export function useReload(outputId: string): Reload {
  const [failures, setFailures] = useState(0);
  const [src, setSrc] = useState(() => mediaUrl('output', outputId));
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    src,
    isBroken: failures > waitsMs.length,
    onError: () => {
      askAnew('output', outputId);
      clearTimeout(timer.current);
      const next = () => {
        setFailures(failures + 1);
        setSrc(mediaUrl('output', outputId));
      };
      timer.current = window.setTimeout(next, waitsMs[failures] ?? 0);
    },
  };
}
