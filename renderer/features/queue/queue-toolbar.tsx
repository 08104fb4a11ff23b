// Above the queue: how many jobs do what, the credits that they hold, and a pause for all.
import { Toolbar, ToolbarLine } from '../../app/toolbar.tsx';
import { useStudioQuery } from '../../engine/queries.ts';
import { formatCount } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import type { Translate } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CreditsIcon, PauseIcon, PlayIcon } from '../../ui/icons.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { QueueGroups } from './queue-groups.ts';
import styles from './queue-screen.module.css';
import { useQueuePause } from './use-queue-pause.ts';

export function QueueToolbar({ groups }: { readonly groups: QueueGroups | null }) {
  const t = useTranslate();
  const credits = useStudioQuery('cloud.state', {}).data?.account?.credits;
  const counts = groups ? countWords(t, groups) : '';
  const pause = useStudioQuery('queue.state', {}).data?.pause ?? null;
  const { pauseAll, resumeAll, isBusy } = useQueuePause();
  return (
    <Toolbar title={t('queue:title')} {...(counts !== '' && { note: counts })}>
      <div role="status">
        <VisuallyHidden>{groups ? announcement(t, groups) : ''}</VisuallyHidden>
      </div>
      {credits && (
        <p className={styles['credits']}>
          <Icon glyph={CreditsIcon} size={14} />
          <span aria-hidden="true">
            {t('queue:credits', {
              held: formatCount(credits.held),
              free: formatCount(credits.available),
            })}
          </span>
          <VisuallyHidden>
            {t('queue:creditsName', { held: credits.held, free: credits.available })}
          </VisuallyHidden>
        </p>
      )}
      {groups && (pause !== null || groups.waiting.length > 0) && (
        <>
          <ToolbarLine />
          <Button
            size="sm"
            icon={pause ? PlayIcon : PauseIcon}
            busy={isBusy}
            onPress={pause ? resumeAll : pauseAll}
          >
            {t(pause ? 'queue:resumeAll' : 'queue:pauseAll')}
          </Button>
        </>
      )}
    </Toolbar>
  );
}

/** `2 running, 4 waiting, 1 failed`, without what there is none of. */
function countWords(t: Translate, { running, waiting, failed, paused }: QueueGroups): string {
  const parts = [
    running.length > 0 ? t('queue:countRunning', { figure: formatCount(running.length) }) : '',
    waiting.length > 0 ? t('queue:countWaiting', { figure: formatCount(waiting.length) }) : '',
    failed.length > 0 ? t('queue:countFailed', { figure: formatCount(failed.length) }) : '',
    paused.length > 0 ? t('queue:countPaused', { figure: formatCount(paused.length) }) : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Only what a person wants to be told without asking: that something failed, and that all is done. */
function announcement(t: Translate, { running, waiting, failed, paused }: QueueGroups): string {
  const parts = [
    failed.length > 0 ? t('queue:countFailed', { figure: formatCount(failed.length) }) : '',
    running.length + waiting.length + paused.length === 0 ? t('queue:emptyTitle') : '',
  ];
  return parts.filter((part) => part !== '').join('. ');
}
