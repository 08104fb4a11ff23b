// Which service makes the clips, whether it answers, and what it keeps. It describes itself; nothing here is assumed.
import type { CloudState } from '#shared/contract/engine.ts';
import type { ServiceDescription } from '#shared/gateway/service.ts';
import { isDemo } from '#shared/domain/demo.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { dayKey, formatDate, formatDateTime, formatTime } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { CreateIcon } from '../../../ui/icons.ts';
import { useElsewhereRow } from '../rows/elsewhere-row.tsx';
import { useKeepHereRow } from '../rows/keep-here-row.tsx';
import { useOwnKeyRow } from '../rows/own-key-row.tsx';
import type { Row, Section } from './section.ts';
import { useTransferRows } from '../rows/transfer-rows.tsx';
import { useRowCommand } from '../use-row-command.ts';

export function useGenerationSection(): Section {
  const t = useTranslate();
  const cloud = useStudioQuery('cloud.state', {}).data;
  const look = useRowCommand('cloud.refresh');
  const ownKey = useOwnKeyRow();
  const transfers = useTransferRows();
  const elsewhere = useElsewhereRow();
  const keepHere = useKeepHereRow();
  const service = cloud?.service ?? null;
  const connection: Row = {
    id: 'connection',
    title: t('settings:connection'),
    ...(cloud && { note: connectionWords(t, cloud), tone: connectionTones[cloud.reachable] }),
    words: t('settings:connectionWords'),
    problem: look.problem,
    control: (
      <Button
        size="sm"
        aria-label={t('settings:checkConnection')}
        busy={look.isBusy}
        onPress={() => look.run({})}
      >
        {t('settings:checkNow')}
      </Button>
    ),
  };
  return {
    id: 'generation',
    title: t('settings:generation'),
    icon: CreateIcon,
    groups: [
      {
        id: 'generation',
        rows: [
          serviceRow(t, service),
          connection,
          ownKey,
          ...(service ? [modelsRow(t, service), keptRow(t, service)] : []),
        ],
      },
      {
        id: 'transfers',
        title: t('settings:transfers'),
        rows: [...transfers, elsewhere, keepHere],
      },
    ],
  };
}

function serviceRow(t: Translate, service: ServiceDescription | null): Row {
  return {
    id: 'service',
    title: service?.name ?? t('settings:service'),
    note: service ? serviceWords(t, service) : t('settings:serviceUnknown'),
    words: t('settings:serviceWords'),
  };
}

function serviceWords(t: Translate, service: ServiceDescription): string {
  if (isDemo(service)) return t('settings:serviceDemo');
  const { provider, region, status } = service;
  const place = t('settings:serviceNote', { provider: provider.name, region: region.name });
  return `${place}. ${status.message}`;
}

function modelsRow(t: Translate, { models }: ServiceDescription): Row {
  return {
    id: 'models',
    title: t('settings:models', { count: models.length }),
    note: models.map(({ name }) => name).join(', '),
  };
}

function keptRow(t: Translate, { retentionDays, policy }: ServiceDescription): Row {
  const kept =
    retentionDays === null
      ? t('settings:keptForever')
      : t('settings:keptDays', { count: retentionDays });
  const inForce = t('settings:policy', {
    version: policy.version,
    date: formatDate(policy.effectiveDate),
  });
  return {
    id: 'kept',
    title: t('settings:kept'),
    note: `${kept}. ${inForce}`,
    words: t('settings:keptWords'),
  };
}

const connectionTones = { yes: 'success', no: 'warning', unknown: 'neutral' } as const;

function connectionWords(t: Translate, { reachable, since, nextTryAt }: CloudState): string {
  const time = momentWords(since);
  if (reachable === 'unknown') return t('settings:reachUnknown');
  if (reachable === 'yes') return t('settings:reachable', { time });
  return nextTryAt === null
    ? t('settings:unreachable', { time })
    : t('settings:unreachableNext', { time, next: formatTime(nextTryAt) });
}

/** Today the time is enough. */
function momentWords(moment: string): string {
  const isToday = dayKey(moment) === dayKey(new Date().toISOString());
  return isToday ? formatTime(moment) : formatDateTime(moment);
}
