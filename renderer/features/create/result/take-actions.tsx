// What can be done with the take on the stage: look at it closely, start again from it, or stop it.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { mostCompared, navigate } from '../../../app/router.ts';
import { useClipActions } from '../../../clip/use-clip-actions.ts';
import { useStudioCommand } from '../../../engine/queries.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import {
  CloseIcon,
  CompareIcon,
  CopyIcon,
  FilmIcon,
  FolderIcon,
  MoreIcon,
  QueueIcon,
  RemixIcon,
  StarIcon,
} from '../../../ui/icons.ts';
import { Menu, type MenuAction } from '../../../ui/menu.tsx';
import styles from './take-actions.module.css';

export interface TakeActionsProps {
  readonly take: GenerationSummary;
  /** Of the same order, among them this one. */
  readonly takes: readonly GenerationSummary[];
}

export function TakeActions({ take, takes }: TakeActionsProps) {
  const t = useTranslate();
  const actions = useClipActions();
  const cancel = useStudioCommand('generations.cancel');
  const { id, output, isFavourite, prompt, status } = take;
  const ready = takes.filter((other) => other.output !== null);
  const more: MenuAction[] = [
    {
      id: 'copy',
      label: t('create:copyPrompt'),
      icon: CopyIcon,
      onAction: () => actions.copy(prompt),
    },
    ...(output
      ? [
          {
            id: 'favourite',
            label: t(isFavourite ? 'create:unfavourite' : 'create:favourite'),
            icon: StarIcon,
            onAction: () => actions.toggleFavourite(take),
          },
          {
            id: 'file',
            label: t('create:showFile'),
            icon: FolderIcon,
            onAction: () => actions.reveal(take),
          },
        ]
      : [
          {
            id: 'queue',
            label: t('create:inQueue'),
            icon: QueueIcon,
            onAction: () => navigate({ screen: 'queue', job: id }),
          },
        ]),
  ];
  return (
    <div className={styles['actions']}>
      {output && (
        <Button
          variant="ghost"
          size="sm"
          icon={FilmIcon}
          onPress={() => navigate({ screen: 'viewer', id })}
        >
          {t('create:open')}
        </Button>
      )}
      {output && ready.length > 1 && (
        <Button
          variant="ghost"
          size="sm"
          icon={CompareIcon}
          onPress={() => navigate({ screen: 'compare', ids: comparedIds(id, ready) })}
        >
          {t('compare:title')}
        </Button>
      )}
      {isActive(status) && (
        <Button
          variant="ghost"
          size="sm"
          icon={CloseIcon}
          busy={cancel.isPending}
          onPress={() => cancel.mutate({ id })}
        >
          {t('create:cancelClip')}
        </Button>
      )}
      <Button variant="ghost" size="sm" icon={RemixIcon} onPress={() => actions.reuse(take)}>
        {t('create:remix')}
      </Button>
      <Menu
        label={t('more')}
        trigger={<IconButton label={t('more')} glyph={MoreIcon} />}
        actions={more}
      />
    </div>
  );
}

/** The one on the stage first. */
const comparedIds = (id: GenerationSummary['id'], ready: readonly GenerationSummary[]) =>
  [id, ...ready.map((take) => take.id).filter((other) => other !== id)].slice(0, mostCompared);
