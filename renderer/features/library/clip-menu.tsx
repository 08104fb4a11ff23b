// The menu of a card: what can be done with this clip, or with all that are selected when it is one of them.
import type { Collection } from '#shared/contract/collections.ts';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { Picked } from '../../clip/picked-clips.ts';
import type { ClipActions } from '../../clip/use-clip-actions.ts';
import type { Organise } from '../../clip/use-organise.ts';
import { mostCompared, navigate } from '../../app/router.ts';
import { fileMenuActions } from '../../files/file-menu.ts';
import { locateFile } from '../../files/files-out.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import type { Translate } from '../../i18n/translate.ts';
import type { IconGlyph } from '../../ui/icon.tsx';
import {
  CloseIcon,
  CompareIcon,
  CopyIcon,
  CreateIcon,
  FolderIcon,
  LabelIcon,
  LocateIcon,
  MoveDownIcon,
  MoveUpIcon,
  PlayIcon,
  RateIcon,
  RestoreIcon,
  StarIcon,
  TrashIcon,
} from '../../ui/icons.ts';
import { ContextMenu, type ContextMenuProps, type MenuAction } from '../../ui/menu.tsx';

import { labelRows, ratingRows } from './mark-rows.tsx';
import type { Arrange } from './use-arrange.ts';

export interface OpenMenu {
  readonly id: string;
  readonly at: NonNullable<ContextMenuProps['at']>;
}

export interface ClipMenuProps {
  /** `null` while it is closed. */
  readonly menu: OpenMenu | null;
  readonly clipOf: (id: string) => GenerationSummary | null;
  readonly picked: Picked;
  readonly inTrash: boolean;
  readonly actions: ClipActions;
  readonly organise: Organise;
  /** The collection that is open, and the moves in it; `null` outside. */
  readonly collection: Collection | null;
  readonly arrange: Arrange | null;
  /** Collections to put them into, and a new one. */
  readonly collect: readonly MenuAction[];
  readonly onOpen: (id: string) => void;
  readonly onLeave: (type: 'trash' | 'restore') => void;
  readonly onErase: () => void;
  readonly onClose: () => void;
}

export function ClipMenu(props: ClipMenuProps) {
  const { menu, clipOf, onClose } = props;
  const t = useTranslate();
  const clip = menu && clipOf(menu.id);
  return (
    <ContextMenu
      label={t('library:clipMenu')}
      at={clip ? menu.at : null}
      actions={
        clip
          ? [
              ...ofOne(clip, props, t),
              ...ofSome(props, t),
              ...ofFiles(clip, props, t),
              ...ofCollection(props, t),
              ...ofAll(props, t),
            ]
          : []
      }
      onClose={onClose}
    />
  );
}

function ofOne(clip: GenerationSummary, props: ClipMenuProps, t: Translate): MenuAction[] {
  const { picked, actions, onOpen } = props;
  if (picked.ids.length > 1) return [];
  const isThere = clip.output !== null && !clip.output.isMissing;
  return [
    {
      id: 'open',
      label: t('library:open'),
      icon: PlayIcon,
      shortcut: '↵',
      onAction: () => onOpen(clip.id),
    },
    {
      id: 'reuse',
      label: t('viewer:useSettings'),
      icon: CreateIcon,
      isDisabled: clip.kind === 'imported',
      onAction: () => actions.reuse(clip),
    },
    {
      id: 'copy',
      label: t('viewer:copyPrompt'),
      icon: CopyIcon,
      isDisabled: clip.prompt === '',
      onAction: () => actions.copy(clip.prompt),
    },
    {
      id: 'reveal',
      label: t('library:showFile'),
      icon: FolderIcon,
      isDisabled: !isThere,
      onAction: () => actions.reveal(clip),
    },
    ...(clip.output?.isMissing === true
      ? [
          {
            id: 'locate',
            label: t('ownFiles:locate'),
            icon: LocateIcon,
            onAction: () => locateFile(clip.id),
          },
        ]
      : []),
  ];
}

/** Two to four that have come to something. */
function ofSome({ picked: { ids, sums }, inTrash }: ClipMenuProps, t: Translate): MenuAction[] {
  const canCompare = ids.length > 1 && ids.length <= mostCompared && sums?.areUnfinished !== true;
  if (!canCompare || inTrash) return [];
  return [
    {
      id: 'compare',
      label: t('compare:title'),
      icon: CompareIcon,
      onAction: () => navigate({ screen: 'compare', ids }),
    },
  ];
}

function ofFiles(clip: GenerationSummary, { picked, actions }: ClipMenuProps, t: Translate) {
  const { ids } = picked;
  const isDisabled = ids.length < 2 && (clip.output === null || clip.output.isMissing);
  return fileMenuActions({ ids, actions, isDisabled }, t);
}

/** Only in an open collection. */
function ofCollection(props: ClipMenuProps, t: Translate): MenuAction[] {
  const { collection, arrange, organise, picked, inTrash } = props;
  if (!collection || inTrash) return [];
  const { ids } = picked;
  const step = (id: string, label: string, icon: IconGlyph, by: -1 | 1): MenuAction => ({
    id,
    label,
    icon,
    shortcut: by === -1 ? 'Alt ←' : 'Alt →',
    startsGroup: by === -1,
    onAction: () => arrange?.step(ids, by),
  });
  return [
    ...(arrange
      ? [
          step('earlier', t('collections:moveEarlier'), MoveUpIcon, -1),
          step('later', t('collections:moveLater'), MoveDownIcon, 1),
        ]
      : []),
    {
      id: 'take-out',
      label: t('collections:takeOut', { name: collection.name }),
      icon: CloseIcon,
      onAction: () => void organise.change(ids, { type: 'uncollect', collectionId: collection.id }),
    },
  ];
}

function ofAll(props: ClipMenuProps, t: Translate): MenuAction[] {
  const { picked, inTrash, organise, onLeave, onErase } = props;
  const erase: MenuAction = {
    id: 'erase',
    label: t('erase:deleteForGood'),
    icon: TrashIcon,
    isDestructive: true,
    isDisabled: picked.sums?.areUnfinished === true,
    onAction: onErase,
  };
  if (inTrash) {
    const onAction = () => onLeave('restore');
    const label = t('organise:restore');
    return [{ id: 'restore', label, icon: RestoreIcon, startsGroup: true, onAction }, erase];
  }
  const { ids, sums } = picked;
  const areFavourites = sums?.areFavourites === true;
  return [
    {
      id: 'favourite',
      label: t(areFavourites ? 'library:removeFavourite' : 'library:addFavourite'),
      icon: StarIcon,
      startsGroup: true,
      onAction: () => void organise.change(ids, { type: 'favourite', isFavourite: !areFavourites }),
    },
    {
      id: 'rate',
      label: t('organise:rate'),
      icon: RateIcon,
      actions: ratingRows(picked, organise, t),
    },
    {
      id: 'label',
      label: t('organise:label'),
      icon: LabelIcon,
      actions: labelRows(picked, organise, t),
    },
    {
      id: 'collect',
      label: t('collections:collect'),
      icon: FolderIcon,
      actions: props.collect,
    },
    {
      id: 'trash',
      label: t('organise:moveToTrash'),
      icon: TrashIcon,
      shortcut: 'Delete',
      startsGroup: true,
      isDisabled: sums?.areUnfinished === true,
      onAction: () => onLeave('trash'),
    },
    erase,
  ];
}
