// Changes of clips, one or ten thousand, each with a toast that takes it back; and Undo and Redo for the keys. What is typed in a
// text field has its own undo.
import { useMemo } from 'react';
import type { ChangeStep, ClipChange } from '#shared/contract/organise.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { toAppError } from '#shared/errors.ts';
import { errorWords } from '../engine/error-words.ts';
import { call } from '../engine/studio.ts';
import type { Translate } from '../i18n/translate.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import type { IconGlyph } from '../ui/icon.tsx';
import {
  FolderIcon,
  LabelIcon,
  MoveUpIcon,
  ProblemIcon,
  RedoIcon,
  RestoreIcon,
  StarIcon,
  TagIcon,
  TextIcon,
  TrashIcon,
  UndoIcon,
} from '../ui/icons.ts';
import { useToasts } from '../ui/toast.tsx';

export interface Organise {
  /** Resolves to whether anything is different now. Never rejects: what went wrong is told. */
  readonly change: (ids: readonly GenerationId[], change: ClipChange) => Promise<boolean>;
  readonly undo: () => void;
  readonly redo: () => void;
}

export function useOrganise(): Organise {
  const t = useTranslate();
  const toasts = useToasts();
  return useMemo(() => {
    const failed = (thrown: unknown) =>
      toasts.show({ text: errorWords(t, toAppError(thrown)), icon: ProblemIcon });
    const undo = async (stepId: number | null) => {
      const { step } = await call('changes.undo', { stepId });
      toasts.show(
        step
          ? {
              text: t('organise:undone', { count: step.count }),
              icon: UndoIcon,
              action: { label: t('organise:redo'), onPress: () => void redo().catch(failed) },
            }
          : { text: t('organise:nothingToUndo'), icon: UndoIcon },
      );
    };
    const redo = async () => {
      const { step } = await call('changes.redo', {});
      toasts.show(
        step
          ? {
              text: t('organise:redone', { count: step.count }),
              icon: RedoIcon,
              action: back(step),
            }
          : { text: t('organise:nothingToRedo'), icon: RedoIcon },
      );
    };
    const back = ({ stepId }: ChangeStep) => ({
      label: t('undo'),
      onPress: () => void undo(stepId).catch(failed),
    });
    return {
      change: async (ids, change) => {
        try {
          const { step } = await call('clips.change', { ids: [...ids], change });
          if (step && isTold(step)) {
            toasts.show({
              text: doneWords(t, change, step),
              icon: icons[change.type],
              action: back(step),
            });
          }
          return step !== null;
        } catch (thrown) {
          failed(thrown);
          return false;
        }
      },
      undo: () => void (undoText('undo') || undo(null).catch(failed)),
      redo: () => void (undoText('redo') || redo().catch(failed)),
    };
  }, [t, toasts]);
}

const leaves: ReadonlySet<string> = new Set(['trash', 'restore', 'collect', 'uncollect']);

/** What changes in sight of the one who does it needs no sentence. */
function isTold({ type, count }: ChangeStep): boolean {
  return count > 1 || leaves.has(type);
}

/** True when the focus is in a text field, which was asked instead. */
function undoText(command: 'undo' | 'redo'): boolean {
  const field = document.activeElement;
  if (!field?.matches('input:not([type="radio"], [type="checkbox"], [type="range"]), textarea')) {
    return false;
  }
  document.execCommand(command); // the only way to the history of a text field
  return true;
}

const icons: Readonly<Record<ClipChange['type'], IconGlyph>> = {
  favourite: StarIcon,
  rate: StarIcon,
  label: LabelIcon,
  tag: TagIcon,
  title: TextIcon,
  notes: TextIcon,
  trash: TrashIcon,
  restore: RestoreIcon,
  collect: FolderIcon,
  uncollect: FolderIcon,
  arrange: MoveUpIcon,
};

function doneWords(t: Translate, change: ClipChange, { count }: ChangeStep): string {
  switch (change.type) {
    case 'favourite':
      return t(change.isFavourite ? 'organise:madeFavourite' : 'organise:tookFavourite', { count });
    case 'rate':
      return t('organise:rated', { count });
    case 'label':
      return t('organise:labelChanged', { count });
    case 'tag':
      return t('organise:tagged', { count });
    case 'title':
    case 'notes':
      return t('organise:reworded', { count });
    case 'trash':
      return t('organise:trashed', { count });
    case 'restore':
      return t('organise:restored', { count });
    case 'collect':
      return t('collections:collected', { count });
    case 'uncollect':
      return t('collections:uncollected', { count });
    case 'arrange':
      return t('collections:arranged', { count });
    default:
      return change satisfies never;
  }
}
