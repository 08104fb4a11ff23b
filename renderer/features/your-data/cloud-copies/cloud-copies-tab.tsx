// What lies in the cloud: clips that only it has, with the day on which they go and a way to fetch them, and copies of clips that are here.
import { useState } from 'react';
import { useFetchClips } from '../../../elsewhere/use-fetch-clips.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { askToErase } from '../../../erase/erase-flow.ts';
import { useStudioCommand, useStudioQuery } from '../../../engine/queries.ts';
import { useStudioSetting } from '../../../engine/use-studio-setting.ts';
import { formatBytes, formatCount } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { DownloadIcon, ProblemIcon, RetryIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { CloudCopiesBoth } from './cloud-copies-both.tsx';
import { CloudCopiesList } from './cloud-copies-list.tsx';
import { syncLine, syncRemarks } from './cloud-copies-words.ts';
import styles from './cloud-copies-tab.module.css';

export function CloudCopiesTab() {
  const t = useTranslate();
  const [nowMs] = useState(() => Date.now());
  const there = useStudioQuery('cloud.onlyThere', {});
  const sync = useStudioQuery('sync.state', {}).data;
  const look = useStudioCommand('sync.run');
  const { fetch, isBusy, error } = useFetchClips();
  const byItself = useStudioSetting('fetchElsewhere');
  const problem = error ?? there.error ?? look.error;
  const remarks = sync ? syncRemarks(t, sync) : [];
  const total = there.data?.total ?? 0;
  return (
    <div className={styles['page']} aria-busy={there.isPending}>
      {problem && (
        <Note icon={ProblemIcon} tone="danger" isAlert>
          {errorWords(t, problem)}
        </Note>
      )}
      {remarks.length > 0 && (
        <Note icon={ProblemIcon} tone="warning">
          {remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </Note>
      )}
      <Panel
        title={t('elsewhere:onlyThere')}
        {...(total > 0 && {
          note: t('elsewhere:sums', {
            clips: t('elsewhere:clips', { count: total, figure: formatCount(total) }),
            bytes: formatBytes(there.data?.bytes ?? 0),
          }),
        })}
        actions={
          <>
            <span role="status" className={styles['looked']}>
              {sync && syncLine(t, sync, nowMs)}
            </span>
            <Button
              size="sm"
              variant="ghost"
              icon={RetryIcon}
              busy={sync?.isRunning ?? false}
              isDisabled={sync?.isOffered === false}
              onPress={() => look.mutate({})}
            >
              {t('elsewhere:look')}
            </Button>
            {total > 0 && (
              <Button
                size="sm"
                variant="primary"
                icon={DownloadIcon}
                busy={isBusy}
                onPress={() => fetch()}
              >
                {t('elsewhere:fetchAll')}
              </Button>
            )}
          </>
        }
      >
        {there.data && (
          <CloudCopiesList
            {...there.data}
            nowMs={nowMs}
            hasLooked={typeof sync?.succeededAt === 'string'}
            onFetch={(id) => fetch([id])}
            onErase={(id) => askToErase({ type: 'cloud-copies', onlyThere: [id] })}
          />
        )}
        <div className={styles['setting']}>
          <Switch
            label={t('elsewhere:byItself')}
            note={t('elsewhere:byItselfNote')}
            isSelected={byItself.value === 'automatic'}
            onChange={(isOn) => byItself.set(isOn ? 'automatic' : 'ask')}
          />
        </div>
      </Panel>
      <CloudCopiesBoth />
    </div>
  );
}
