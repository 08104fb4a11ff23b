// Syncs of files a few at a time: the disk works on the files before while the next is written, and those that wait together cost little
// more than one.

export interface Syncs {
  /** Waits when too many are under way already. */
  begin(sync: () => Promise<void>): Promise<void>;
  /** Everything is on the disk; rejects when something could not be put there. */
  done(): Promise<void>;
}

export function createSyncs(atOnce: number): Syncs {
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | null = null;
  return {
    begin: async (work) => {
      const sync: Promise<void> = work()
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => running.delete(sync));
      running.add(sync);
      if (running.size >= atOnce) await Promise.race(running);
    },
    done: async () => {
      await Promise.all(running);
      if (failure) throw failure.error;
    },
  };
}
