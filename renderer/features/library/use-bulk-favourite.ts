// Marks many clips at once, a few calls at a time, and offers to undo it.
import { useState } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { call } from '../../engine/studio.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { StarIcon } from '../../ui/icons.ts';
import { useToasts } from '../../ui/toast.tsx';

const atOnce = 8;

export interface BulkFavourite {
  readonly isBusy: boolean;
  readonly setFavourite: (clips: readonly GenerationSummary[], isFavourite: boolean) => void;
}

export function useBulkFavourite(): BulkFavourite {
  const t = useTranslate();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);
  const mark = async (clips: readonly GenerationSummary[], isFavourite: boolean) => {
    const queue = [...clips];
    let done = 0;
    const work = async () => {
      for (let clip = queue.pop(); clip; clip = queue.pop()) {
        await call('generations.update', { id: clip.id, isFavourite });
        done += 1;
      }
    };
    const results = await Promise.allSettled(Array.from({ length: atOnce }, work));
    const failed = results.find((result) => result.status === 'rejected');
    return { done, error: failed?.status === 'rejected' ? (failed.reason as unknown) : null };
  };
  const setFavourite = (clips: readonly GenerationSummary[], isFavourite: boolean) => {
    const changed = clips.filter((clip) => clip.isFavourite !== isFavourite);
    setBusy(true);
    void mark(changed, isFavourite).then(({ done }) => {
      setBusy(false);
      const word = isFavourite ? 'library:madeFavourite' : 'library:tookFavourite';
      toasts.show({
        text: t(word, { count: done }),
        icon: StarIcon,
        action: { label: t('undo'), onPress: () => void mark(changed, !isFavourite) },
      });
    });
  };
  return { isBusy, setFavourite };
}
