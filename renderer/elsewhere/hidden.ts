// What was told about clips that only the cloud has and was waved away. Holds while the window is open: a clip is worth a second word.
import { create } from 'zustand';

export interface Hidden {
  /** How many there were when the strip was hidden; more of them bring it back. */
  readonly strip: number;
  /** The same for the warning. */
  readonly warning: number;
  readonly hide: (what: Partial<Pick<Hidden, 'strip' | 'warning'>>) => void;
}

export const useHidden = create<Hidden>()((set) => ({
  strip: 0,
  warning: 0,
  hide: (what) => set(what),
}));
