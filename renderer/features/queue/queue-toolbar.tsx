// Above the queue: how many jobs do what, and the credits that they hold.
import { Toolbar } from '../../app/toolbar.tsx';
import { useStudioQuery } from '../../engine/queries.ts';
import { formatCount } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import type { Translate } from '../../i18n/translate.ts';
import { Icon } from '../../ui/icon.tsx';
import { CreditsIcon } from '../../ui/icons.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { QueueGroups } from './queue-groups.ts';
import styles from './queue-screen.module.css';

export function QueueToolbar({ groups }: { readonly groups: QueueGroups | null }) {
  const t = useTranslate();
  const credits = useStudioQuery('cloud.state', {}).data?.account?.credits;
  const counts = groups ? countWords(t, groups) : '';
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
    </Toolbar>
  );
}

/** `2 running, 4 waiting, 1 failed`, without what there is none of. */
function countWords(t: Translate, { running, waiting, failed }: QueueGroups): string {
  const parts = [
    running.length > 0 ? t('queue:countRunning', { figure: formatCount(running.length) }) : '',
    waiting.length > 0 ? t('queue:countWaiting', { figure: formatCount(waiting.length) }) : '',
    failed.length > 0 ? t('queue:countFailed', { figure: formatCount(failed.length) }) : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Only what a person wants to be told without asking: that something failed, and that all is done. */
function announcement(t: Translate, { running, waiting, failed }: QueueGroups): string {
  const parts = [
    failed.length > 0 ? t('queue:countFailed', { figure: formatCount(failed.length) }) : '',
    running.length + waiting.length === 0 ? t('queue:emptyTitle') : '',
  ];
  return parts.filter((part) => part !== '').join('. ');
}
