// Writes what is typed while it is being typed: at most once in a while, and at once when the field or the page is left. Must not wait for a
// pause: who types without one would lose everything in a crash.

export interface Keeper {
  /** There is something new to write. */
  readonly touch: () => void;
  /** Writes what is still open. */
  readonly flush: () => void;
}

export interface KeeperDeps {
  readonly write: () => void;
  readonly everyMs: number;
  /** Calls back after so long; returns a function that stops it. */
  readonly later?: (callback: () => void, ms: number) => () => void;
}

export function createKeeper({ write, everyMs, later = timeout }: KeeperDeps): Keeper {
  let stop: (() => void) | null = null;
  const flush = () => {
    if (stop === null) return;
    stop();
    stop = null;
    write();
  };
  return {
    touch: () => {
      stop ??= later(flush, everyMs);
    },
    flush,
  };
}

function timeout(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}

/** Calls back when the window is closed, reloaded, or ends in good order. Returns a function that stops. */
export function whenPageEnds(callback: () => void): () => void {
  globalThis.addEventListener('pagehide', callback);
  return () => globalThis.removeEventListener('pagehide', callback);
}
