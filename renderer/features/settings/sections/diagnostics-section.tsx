// What helps when something is wrong: the state of the engine, the logs, and details for a message to support.
import type { EngineHealth } from '#shared/contract/shell.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyIcon, DiagnosticsIcon } from '../../../ui/icons.ts';
import { useToasts } from '../../../ui/toast.tsx';
import type { Row, Section } from './section.ts';
import { technicalDetails } from '../technical-details.ts';
import { useRowCommand } from '../use-row-command.ts';

export function useDiagnosticsSection(): Section {
  const t = useTranslate();
  const rows = [useEngineRow(), useLogsRow(), useDetailsRow()];
  return {
    id: 'diagnostics',
    title: t('settings:diagnostics'),
    icon: DiagnosticsIcon,
    groups: [{ id: 'diagnostics', rows }],
  };
}

function useEngineRow(): Row {
  const t = useTranslate();
  const health = useStudioQuery('shell.health', {}).data;
  const restart = useRowCommand('shell.restartEngine');
  const isComing = health?.state === 'starting' || health?.state === 'restarting';
  return {
    id: 'engine',
    title: t('settings:engine'),
    ...(health && { note: healthWords(t, health), tone: healthTones[health.state] }),
    words: t('settings:engineWords'),
    problem: restart.problem,
    control: (
      <Button
        size="sm"
        aria-label={t('settings:restartEngine')}
        busy={restart.isBusy || isComing}
        onPress={() => restart.run({})}
      >
        {t('settings:restart')}
      </Button>
    ),
  };
}

const healthTones = {
  starting: 'neutral',
  ready: 'success',
  restarting: 'warning',
  failed: 'danger',
} as const;

function healthWords(t: Translate, { state, restarts }: EngineHealth): string {
  const words = {
    starting: t('settings:engineStarting'),
    ready: t('settings:engineReady'),
    restarting: t('settings:engineRestarting'),
    failed: t('settings:engineFailed'),
  }[state];
  return restarts === 0 ? words : t('settings:engineRestarts', { state: words, count: restarts });
}

function useLogsRow(): Row {
  const t = useTranslate();
  const open = useRowCommand('shell.open');
  return {
    id: 'logs',
    title: t('settings:logs'),
    note: t('settings:logsNote'),
    words: t('settings:logsWords'),
    problem: open.problem,
    control: (
      <Button
        size="sm"
        aria-label={t('settings:showLogs')}
        onPress={() => open.run({ place: 'logs' })}
      >
        {t('settings:show')}
      </Button>
    ),
  };
}

function useDetailsRow(): Row {
  const t = useTranslate();
  const toasts = useToasts();
  const info = useStudioQuery('shell.info', {}).data;
  const health = useStudioQuery('shell.health', {}).data;
  const cloud = useStudioQuery('cloud.state', {}).data;
  const copy = useRowCommand('clipboard.writeText');
  const copyNow = () =>
    copy.run({ text: technicalDetails({ info, health, cloud }) }, () =>
      toasts.show({ text: t('settings:copied'), icon: CopyIcon }),
    );
  return {
    id: 'details',
    title: t('settings:details'),
    note: t('settings:detailsNote'),
    words: t('settings:detailsWords'),
    problem: copy.problem,
    control: (
      <Button size="sm" aria-label={t('settings:copyDetails')} onPress={copyNow}>
        {t('settings:copy')}
      </Button>
    ),
  };
}
