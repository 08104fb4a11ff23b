// The four figures on top of Your data. Each is a true count; none is a promise.
import type { Overview } from '#shared/contract/data.ts';
import { formatCount, formatDate, splitBytes } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import type { Translate } from '../../i18n/translate.ts';
import { ClockIcon, CloudIcon, DeviceIcon, GlobeIcon } from '../../ui/icons.ts';
import { StatTile, StatTiles } from '../../ui/stat-tile.tsx';
import type { CloudFacts } from './places.ts';

export interface GlanceProps {
  readonly overview: Overview;
  readonly cloud: CloudFacts | null;
}

export function Glance({ overview, cloud }: GlanceProps) {
  const t = useTranslate();
  const here = splitBytes(overview.totalBytes);
  const videos = overview.inventory.find(({ kind }) => kind === 'videos');
  const left = leftThisDevice(overview, cloud, t);
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
        label={t(cloud?.isEmbedded ? 'yourData:alsoInDemo' : 'yourData:alsoInCloud')}
        figure={formatCount(videos?.inCloudCount ?? 0)}
        unit={t('yourData:clipsUnit', { count: videos?.inCloudCount ?? 0 })}
        note={cloudNote(videos, cloud, t)}
      />
      <StatTile icon={GlobeIcon} label={t('yourData:leftThisDevice')} {...left} />
      <StatTile
        icon={ClockIcon}
        label={t('yourData:waitingToErase')}
        figure={formatCount(overview.erasuresWaiting)}
        unit={t('yourData:itemsUnit', { count: overview.erasuresWaiting })}
        note={t(overview.erasuresWaiting > 0 ? 'yourData:erasuresWait' : 'yourData:nothingWaits')}
      />
    </StatTiles>
  );
}

function countOf(count: number) {
  return { count, figure: formatCount(count) };
}

function cloudNote(
  videos: Overview['inventory'][number] | undefined,
  cloud: CloudFacts | null,
  t: Translate,
): string {
  if (cloud?.isEmbedded) return t('yourData:demoIsHere');
  if (!videos || videos.inCloudCount === 0) return t('yourData:noCloudCopies');
  if (videos.cloudUntil === null) return t('yourData:untilErased');
  return t('yourData:until', { date: formatDate(videos.cloudUntil) });
}

/** Requests to the demo go to this device itself: nothing left it. */
function leftThisDevice({ network }: Overview, cloud: CloudFacts | null, t: Translate) {
  const requests = t('yourData:requests', countOf(network.requestCount));
  if (cloud?.isEmbedded && network.hostCount <= 1) {
    const { figure, unit } = splitBytes(0);
    return { figure, unit, note: t('yourData:requestsToDemo', { requests }) };
  }
  const { figure, unit } = splitBytes(network.bytesSent);
  const places = t('yourData:hosts', { count: network.hostCount });
  return { figure, unit, note: t('yourData:requestsTo', { requests, places }) };
}
