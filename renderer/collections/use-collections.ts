// What is done to collections and saved searches, each with a toast that takes it back. Never rejects: what went wrong is told.
import { useMemo } from 'react';
import type { Collection, SavedSearch } from '#shared/contract/collections.ts';
import type { ChangeStep } from '#shared/contract/organise.ts';
import type { StudioInput } from '#shared/contract/studio.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { toAppError } from '#shared/errors.ts';
import { errorWords } from '../engine/error-words.ts';
import { call } from '../engine/studio.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { FolderIcon, ProblemIcon, SearchIcon, TrashIcon } from '../ui/icons.ts';
import { useToasts } from '../ui/toast.tsx';

export interface CollectionActions {
  /** With clips in it, if there are any. */
  readonly create: (name: string, ids?: readonly GenerationId[]) => Promise<Collection | null>;
  readonly rename: (collection: Collection, name: string) => void;
  readonly remove: (collection: Collection) => void;
  readonly saveSearch: (search: StudioInput<'searches.save'>) => void;
  readonly removeSearch: (search: SavedSearch) => void;
}

export function useCollectionActions(): CollectionActions {
  const t = useTranslate();
  const toasts = useToasts();
  return useMemo(() => {
    const failed = (thrown: unknown) => {
      toasts.show({ text: errorWords(t, toAppError(thrown)), icon: ProblemIcon });
      return null;
    };
    const tell = (text: string, icon: typeof FolderIcon, back?: () => Promise<unknown>) =>
      toasts.show({
        text,
        icon,
        ...(back && { action: { label: t('undo'), onPress: () => void back().catch(failed) } }),
      });
    const undo = (step: ChangeStep | null) =>
      step ? () => call('changes.undo', { stepId: step.stepId }) : undefined;
    return {
      create: async (name, ids = []) => {
        try {
          const { collection, step } = await call('collections.create', { name });
          if (ids.length > 0) {
            const change = { type: 'collect', collectionId: collection.id } as const;
            await call('clips.change', { ids: [...ids], change });
          }
          const isPlain = ids.length === 0;
          tell(
            t('collections:created', { name: collection.name }),
            FolderIcon,
            isPlain ? undo(step) : undefined,
          );
          return collection;
        } catch (thrown) {
          return failed(thrown);
        }
      },
      rename: ({ id }, name) =>
        void call('collections.rename', { id, name })
          .then(({ step }) => {
            if (step) tell(t('collections:renamed'), FolderIcon, undo(step));
          })
          .catch(failed),
      remove: ({ id, name }) =>
        void call('collections.delete', { id })
          .then(({ step }) => tell(t('collections:deleted', { name }), TrashIcon, undo(step)))
          .catch(failed),
      saveSearch: (search) =>
        void call('searches.save', search)
          .then(({ name }) => tell(t('collections:searchSaved', { name }), SearchIcon))
          .catch(failed),
      removeSearch: (search) =>
        void call('searches.delete', { id: search.id })
          .then(() =>
            tell(t('collections:searchDeleted', { name: search.name }), TrashIcon, () =>
              call('searches.save', search),
            ),
          )
          .catch(failed),
    };
  }, [t, toasts]);
}
