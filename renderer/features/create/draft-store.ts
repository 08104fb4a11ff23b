// The draft while the app is open, and its way to the engine's database and back. One draft for the whole app.
import { create } from 'zustand';
import type { Draft } from '#shared/contract/draft.ts';
import { createKeeper, whenPageEnds } from '../../engine/keeper.ts';
import { call, on } from '../../engine/studio.ts';
import { changeDraft, type DraftChange, emptyDraft } from './draft.ts';

export interface DraftStore {
  readonly draft: Draft;
  /** The engine has told what it kept; nothing is written back before. */
  readonly isLoaded: boolean;
  readonly change: (change: DraftChange) => void;
  readonly load: () => Promise<void>;
}

export const useDraftStore = create<DraftStore>()((set, get) => ({
  draft: emptyDraft,
  isLoaded: false,
  change: (change) => set(({ draft }) => ({ draft: changeDraft(draft, change) })),
  load: async () => {
    if (get().isLoaded) return;
    const { draft } = await call('drafts.get', {});
    // What was typed while it was read is newer than what was kept.
    if (get().draft === emptyDraft && draft) set({ draft });
    set({ isLoaded: true });
    // For good: the words must not come back from here, whatever screen is open when they are erased.
    on('erase.draftCleared', () =>
      set((store) => ({ draft: { ...store.draft, prompt: '', images: [] } })),
    );
  },
}));

/** While somebody types, it is written so often. */
const everyMs = 500;

/** Keeps the engine's copy up to date. Returns a function that stops, after writing what is still open. */
export function keepDraft(): () => void {
  const write = () => {
    // A draft that could not be kept now is kept with the next change.
    call('drafts.set', { draft: useDraftStore.getState().draft }).catch(() => undefined);
  };
  const { touch, flush } = createKeeper({ write, everyMs });
  const stop = useDraftStore.subscribe((now, before) => {
    if (now.isLoaded && before.isLoaded && now.draft !== before.draft) touch();
  });
  const stopEnding = whenPageEnds(flush);
  return () => {
    stop();
    stopEnding();
    flush();
  };
}
