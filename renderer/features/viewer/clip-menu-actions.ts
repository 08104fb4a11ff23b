// What can be done with the clip that is watched, as rows of a menu: behind the dots of the toolbar and at the right button. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { mostCompared, navigate } from '../../app/router.ts';
import type { ClipActions } from '../../clip/use-clip-actions.ts';
import { fileMenuActions } from '../../files/file-menu.ts';
import { locateFile } from '../../files/files-out.ts';
import type { Translate } from '../../i18n/translate.ts';
import {
  CompareIcon,
  CopyIcon,
  CreateIcon,
  ExtendIcon,
  FolderIcon,
  LocateIcon,
  RemixIcon,
  StarIcon,
  TrashIcon,
  UseFrameIcon,
} from '../../ui/icons.ts';
import type { MenuAction } from '../../ui/menu.tsx';

export interface ClipMenuInput {
  readonly clip: GenerationSummary;
  /** The others of the same press of Generate, the clip among them. */
  readonly takes: readonly GenerationSummary[];
  readonly actions: ClipActions;
  readonly onTrash: () => void;
}

export function clipMenuActions(input: ClipMenuInput, t: Translate): MenuAction[] {
  const { clip, actions, onTrash } = input;
  const { id, output } = clip;
  const isThere = output !== null && !output.isMissing;
  return [
    {
      id: 'vary',
      label: t('viewer:vary'),
      icon: RemixIcon,
      startsGroup: true,
      isDisabled: clip.kind === 'imported',
      onAction: () => navigate({ screen: 'create', from: id, mode: 'vary' }),
    },
    {
      id: 'edit',
      label: t('viewer:useSettings'),
      icon: CreateIcon,
      isDisabled: clip.kind === 'imported',
      onAction: () => navigate({ screen: 'create', from: id, mode: 'edit' }),
    },
    {
      id: 'extend',
      label: t('viewer:extend'),
      icon: ExtendIcon,
      isDisabled: output === null,
      onAction: () => navigate({ screen: 'create', from: id, mode: 'extend' }),
    },
    {
      id: 'continue',
      label: t('viewer:continue'),
      icon: UseFrameIcon,
      isDisabled: !isThere,
      onAction: () => navigate({ screen: 'create', from: id, mode: 'continue' }),
    },
    {
      id: 'compare',
      label: t('viewer:compare'),
      icon: CompareIcon,
      startsGroup: true,
      isDisabled: output === null,
      onAction: () => navigate({ screen: 'compare', ids: comparedWith(input) }),
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
      label: t('viewer:showFile'),
      icon: FolderIcon,
      isDisabled: !isThere,
      onAction: () => actions.reveal(clip),
    },
    ...fileMenuActions({ ids: [id], actions, isDisabled: !isThere }, t),
    ...(output?.isMissing === true
      ? [
          {
            id: 'locate',
            label: t('ownFiles:locate'),
            icon: LocateIcon,
            onAction: () => locateFile(id),
          },
        ]
      : []),
    {
      id: 'favourite',
      label: t(clip.isFavourite ? 'viewer:removeFavourite' : 'viewer:addFavourite'),
      icon: StarIcon,
      shortcut: 'S',
      onAction: () => actions.toggleFavourite(clip),
    },
    {
      id: 'trash',
      label: t('organise:moveToTrash'),
      icon: TrashIcon,
      shortcut: 'Delete',
      startsGroup: true,
      isDisabled: output === null || clip.trashedAt !== null,
      onAction: onTrash,
    },
  ];
}

/** The clip with its takes, or alone, to choose what it is compared with there. */
export function comparedWith({
  clip,
  takes,
}: Pick<ClipMenuInput, 'clip' | 'takes'>): GenerationId[] {
  const others = takes.filter(({ id, output }) => output !== null && id !== clip.id);
  return [clip, ...others].slice(0, mostCompared).map(({ id }) => id);
}
