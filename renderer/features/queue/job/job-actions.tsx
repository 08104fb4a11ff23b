// The controls at the end of a row: those that are wanted most, and a menu with the others.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { useClipActions } from '../../../clip/use-clip-actions.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import {
  CloseIcon,
  CopyIcon,
  CreateIcon,
  MoreIcon,
  MoveDownIcon,
  MoveUpIcon,
  PauseIcon,
  PlayIcon,
  PromptIcon,
  RetryIcon,
} from '../../../ui/icons.ts';
import { Menu, type MenuAction } from '../../../ui/menu.tsx';
import { isFreeToCancel } from '../words/cancel-words.ts';
import styles from './job-row.module.css';
import { type QueueContextValue, useQueueContext } from '../queue-context.ts';

export interface JobActionsProps {
  readonly job: GenerationSummary;
  readonly title: string;
}

export function JobActions({ job, title }: JobActionsProps) {
  const t = useTranslate();
  const clip = useClipActions();
  const queue = useQueueContext();
  const isBusy = queue.actions.busy.has(job.id);
  const stop = () => (isFreeToCancel(job) ? queue.actions.cancel(job) : queue.ask(job.id));
  return (
    <div className={styles['actions']}>
      <FirstAction job={job} title={title} isBusy={isBusy} onStop={stop} onReuse={clip.reuse} />
      <Menu
        label={t('queue:moreNamed', { name: title })}
        trigger={<IconButton label={t('queue:moreNamed', { name: title })} glyph={MoreIcon} />}
        actions={menuActions(t, { job, clip, queue, stop })}
      />
    </div>
  );
}

interface FirstActionProps extends JobActionsProps {
  readonly isBusy: boolean;
  readonly onStop: () => void;
  readonly onReuse: (job: GenerationSummary) => void;
}

function FirstAction({ job, title, isBusy, onStop, onReuse }: FirstActionProps) {
  const t = useTranslate();
  const { retry } = useQueueContext().actions;
  if (isActive(job.status)) {
    return (
      <>
        {job.status === 'queued' && <PlaceAction job={job} title={title} isBusy={isBusy} />}
        <IconButton
          label={t('queue:cancelNamed', { name: title })}
          glyph={CloseIcon}
          isDisabled={isBusy}
          onPress={onStop}
        />
      </>
    );
  }
  // the same words would be refused again
  return job.status === 'refused' ? (
    <IconButton
      label={t('queue:editNamed', { name: title })}
      glyph={PromptIcon}
      onPress={() => onReuse(job)}
    />
  ) : (
    <IconButton
      label={t('queue:retryNamed', { name: title })}
      glyph={RetryIcon}
      isDisabled={isBusy}
      onPress={() => retry(job)}
    />
  );
}

function PlaceAction({ job, title, isBusy }: Omit<FirstActionProps, 'onStop' | 'onReuse'>) {
  const t = useTranslate();
  const { move, resume } = useQueueContext().actions;
  return job.isPaused ? (
    <IconButton
      label={t('queue:resumeNamed', { name: title })}
      glyph={PlayIcon}
      isDisabled={isBusy}
      onPress={() => resume(job)}
    />
  ) : (
    <IconButton
      label={t('queue:toFrontNamed', { name: title })}
      glyph={MoveUpIcon}
      isDisabled={isBusy}
      onPress={() => move(job, { at: 'front' })}
    />
  );
}

export interface MenuParts {
  readonly job: GenerationSummary;
  readonly clip: ReturnType<typeof useClipActions>;
  readonly queue: QueueContextValue;
  readonly stop: () => void;
}

export function menuActions(t: Translate, { job, clip, queue, stop }: MenuParts): MenuAction[] {
  const isUnderWay = isActive(job.status);
  const isBusy = queue.actions.busy.has(job.id);
  const actions: MenuAction[] = [];
  if (!isUnderWay) {
    const onAction = () => queue.actions.retry(job);
    actions.push({ id: 'retry', label: t('retry'), icon: RetryIcon, isDisabled: isBusy, onAction });
  }
  if (job.status === 'queued') actions.push(...placeActions(t, job, queue));
  actions.push({
    id: 'reuse',
    label: t(isUnderWay ? 'queue:reuse' : 'queue:editAgain'),
    icon: CreateIcon,
    onAction: () => clip.reuse(job),
  });
  actions.push({
    id: 'copy',
    label: t('queue:copyPrompt'),
    icon: CopyIcon,
    onAction: () => clip.copy(job.prompt),
  });
  if (isUnderWay) {
    actions.push({
      id: 'cancel',
      label: t('queue:cancelJob'),
      icon: CloseIcon,
      isDestructive: true,
      isDisabled: isBusy,
      onAction: stop,
    });
  }
  return actions;
}

function placeActions(
  t: Translate,
  job: GenerationSummary,
  { actions, order }: QueueContextValue,
): MenuAction[] {
  const isDisabled = actions.busy.has(job.id);
  const at = order.indexOf(job.id);
  const above = at < 0 ? undefined : order[at - 1];
  const below = at < 0 ? undefined : order[at + 1];
  const toFront = () => actions.move(job, { at: 'front' });
  const toBack = () => actions.move(job, { at: 'back' });
  return [
    { id: 'front', label: t('queue:toFront'), icon: MoveUpIcon, isDisabled, onAction: toFront },
    {
      id: 'up',
      label: t('queue:moveUp'),
      icon: MoveUpIcon,
      isDisabled: isDisabled || above === undefined,
      onAction: () => above && actions.move(job, { at: 'before', id: above }),
    },
    {
      id: 'down',
      label: t('queue:moveDown'),
      icon: MoveDownIcon,
      isDisabled: isDisabled || below === undefined,
      onAction: () => below && actions.move(job, { at: 'after', id: below }),
    },
    { id: 'back', label: t('queue:toBack'), icon: MoveDownIcon, isDisabled, onAction: toBack },
    job.isPaused
      ? {
          id: 'resume',
          label: t('queue:resume'),
          icon: PlayIcon,
          isDisabled,
          onAction: () => actions.resume(job),
        }
      : {
          id: 'pause',
          label: t('queue:pause'),
          icon: PauseIcon,
          isDisabled,
          onAction: () => actions.pause(job),
        },
  ];
}
