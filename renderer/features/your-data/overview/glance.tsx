// The four figures on top of Your data. Each is a true count; none is a promise.
import type { ErasuresWaiting } from '#shared/contract/erasures.ts';
import type { Overview } from '#shared/contract/data.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { formatCount, formatDate, splitBytes } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { ClockIcon, CloudIcon, DeviceIcon, GlobeIcon } from '../../../ui/icons.ts';
import { StatTile, StatTiles } from '../../../ui/stat-tile.tsx';
import { tileNote } from '../cloud-erasures/erasure-words.ts';
import type { CloudFacts } from '../data-map/places.ts';

export interface GlanceProps {
  readonly overview: Overview;
  readonly cloud: CloudFacts | null;
}

export function Glance({ overview, cloud }: GlanceProps) {
  const t = useTranslate();
  const here = splitBytes(overview.totalBytes);
  const videos = overview.inventory.find(({ kind }) => kind === 'videos');
  const left = leftThisDevice(overview, t);
  const waiting = useStudioQuery('erasures.list', {}).data?.waiting;
  return (
    <StatTiles label={t('yourData:atAGlance')}>
      <StatTile
        icon={DeviceIcon}
        label={t('yourData:onThisDevice')}
        figure={here.figure}
        unit={here.unit}
        note={t('yourData:counts', {
          clips: t('yourData:clipsCount', countOf(overview.clipCount)),
          assets: t('yourData:assetsCount', countOf(overview.assetCount)),
          prompts: t('yourData:things.prompts', countOf(overview.promptCount)),
        })}
      />
      <StatTile
        icon={CloudIcon}
        label={t(cloud?.isDemo ? 'yourData:alsoInDemo' : 'yourData:alsoInCloud')}
        figure={formatCount(videos?.inCloudCount ?? 0)}
        unit={t('yourData:clipsUnit', { count: videos?.inCloudCount ?? 0 })}
        note={cloudNote(videos, cloud, t)}
      />
      <StatTile icon={GlobeIcon} label={t('yourData:leftThisDevice')} {...left} />
      <StatTile
        icon={ClockIcon}
        label={t('yourData:waitingToErase')}
        {...waitingFigures(waiting, t)}
      />
    </StatTiles>
  );
}

function waitingFigures(waiting: ErasuresWaiting | undefined, t: Translate) {
  const { clips = 0, count = 0, isEverything = false } = waiting ?? {};
  const isOfClips = clips > 0 && !isEverything;
  const shown = isOfClips ? clips : count;
  return {
    figure: formatCount(shown),
    unit: t(isOfClips ? 'erasures:tileUnitClips' : 'erasures:tileUnit', { count: shown }),
    note: waiting ? tileNote(waiting, t) : t('yourData:nothingWaits'),
  };
}

function countOf(count: number) {
  return { count, figure: formatCount(count) };
}

function cloudNote(
  videos: Overview['inventory'][number] | undefined,
  cloud: CloudFacts | null,
  t: Translate,
): string {
  if (cloud?.isDemo) return t('yourData:demoIsHere');
  if (!videos || videos.inCloudCount === 0) return t('yourData:noCloudCopies');
  if (videos.cloudUntil === null) return providerKeeps(cloud, t) ?? t('yourData:untilErased');
  return t('yourData:until', { date: formatDate(videos.cloudUntil) });
}

/** Requests to this device itself are in the ledger too, and did not leave it. */
function leftThisDevice({ network }: Overview, t: Translate) {
  const { left } = network;
  const { figure, unit } = splitBytes(left.bytesSent);
  if (left.requestCount === 0) {
    const requests = t('yourData:requests', countOf(network.requestCount));
    return { figure, unit, note: t('yourData:requestsHere', { requests }) };
  }
  const requests = t('yourData:requests', countOf(left.requestCount));
  const places = t('yourData:hosts', { count: left.hostCount });
  return { figure, unit, note: t('yourData:requestsTo', { requests, places }) };
}

/** A provider that keeps a copy by itself says for how long. */
function providerKeeps(cloud: CloudFacts | null, t: Translate): string | null {
  const days = cloud?.providerDays ?? null;
  return days === null ? null : t('yourData:providerKeeps', { count: days });
}
