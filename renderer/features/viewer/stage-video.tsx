// The video on the stage. React does not make the element: it may have been loaded before there was a viewer, and its first frame with it.
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { claim, release, videoFor } from '../../player/video-ahead.ts';
import styles from './player.module.css';

export interface StageVideoProps {
  /** Is given the element. */
  readonly ref: Ref<HTMLVideoElement>;
  readonly src: string;
  /** Until the first frame is there; `null` when there is none. */
  readonly poster: string | null;
  readonly title: string;
  readonly onClick: () => void;
  /** The first frame is there. */
  readonly onShown: () => void;
  readonly onBroken: () => void;
}

export function StageVideo(props: StageVideoProps) {
  const { ref, src, poster, title, onClick, onShown, onBroken } = props;
  const holder = useRef<HTMLDivElement>(null);
  const [element] = useState(() => videoFor(src));
  useLayoutEffect(() => {
    claim(element);
    element.setAttribute('class', styles['video'] ?? '');
    holder.current?.append(element);
    return () => {
      element.remove();
      release(element);
    };
  }, [element]);
  useImperativeHandle(ref, () => element, [element]);
  useLayoutEffect(() => {
    element.setAttribute('aria-label', title);
    if (poster !== null) element.setAttribute('poster', poster);
  }, [element, title, poster]);
  useLayoutEffect(() => {
    if (element.getAttribute('src') !== src) element.setAttribute('src', src);
  }, [element, src]);
  useEffect(() => {
    const listeners = { click: onClick, loadeddata: onShown, error: onBroken };
    for (const [name, listen] of Object.entries(listeners)) element.addEventListener(name, listen);
    return () => {
      for (const [name, listen] of Object.entries(listeners)) {
        element.removeEventListener(name, listen);
      }
    };
  }, [element, onClick, onShown, onBroken]);
  useEffect(() => {
    if (element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined;
    const frame = requestAnimationFrame(onShown); // it has to be painted first
    return () => cancelAnimationFrame(frame);
  }, [element, onShown]);
  return <div ref={holder} className={styles['holder']} />;
}
