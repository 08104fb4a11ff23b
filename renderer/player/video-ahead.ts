// The video of the clip that will most likely be opened next, loaded, silent and unseen. The viewer takes the very same element, so
// that its first frame is there when the screen is. One at a time; must not load what nobody has stopped at.
import { useEffect } from 'react';

let ahead: HTMLVideoElement | null = null;

function loadAhead(src: string): void {
  if (ahead?.getAttribute('src') === src) return;
  dropAhead();
  ahead = makeVideo();
  ahead.muted = true;
  ahead.src = src;
  wings().append(ahead);
}

let behind: ShadowRoot | null = null;

/** In the page, where no one sees, hears or finds it: an element that was in a page before is put on the stage sooner. */
function wings(): ShadowRoot {
  if (behind) return behind;
  const host = document.createElement('div');
  host.hidden = true;
  document.body.append(host);
  behind = host.attachShadow({ mode: 'closed' });
  return behind;
}

/** Lets go of the file. */
function dropAhead(): void {
  if (!ahead) return;
  ahead.remove();
  release(ahead);
  ahead = null;
}

/** The one that was loaded for this address, else a new one without any. A drawing that is given up and begun anew gets the same one. */
export function videoFor(src: string): HTMLVideoElement {
  const isLoaded = ahead?.getAttribute('src') === src && ahead.error === null;
  return isLoaded && ahead ? ahead : makeVideo();
}

/** From now on it belongs to the caller, who has to release it. */
export function claim(video: HTMLVideoElement): void {
  if (ahead === video) ahead = null;
}

export function release(video: HTMLVideoElement): void {
  video.pause();
  video.removeAttribute('src');
  video.load();
}

function makeVideo(): HTMLVideoElement {
  const video = document.createElement('video');
  video.crossOrigin = 'anonymous'; // or its pixels stay closed
  video.preload = 'auto';
  video.playsInline = true;
  return video;
}

/** Passing over cards with the arrows opens none of them. */
const restMs = 80;

/** While a clip is the one that Enter or a second click would open. */
export function useVideoAhead(src: string | null): void {
  useEffect(() => {
    if (src === null) {
      dropAhead(); // nothing of a clip that is gone is kept
      return undefined;
    }
    const timer = setTimeout(() => loadAhead(src), restMs);
    return () => clearTimeout(timer);
  }, [src]);
  useEffect(() => dropAhead, []);
}
