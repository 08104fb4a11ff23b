// From what the engine knows to what the frame shows. Pure.
import type { CloudState } from '#shared/contract/engine.ts';
import type { StudioOutput } from '#shared/contract/studio.ts';
import { isDemo } from '#shared/domain/demo.ts';
import { formatTime } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import type { FrameData } from './frame-data.ts';

export interface Known {
  readonly counts: StudioOutput<'library.counts'> | undefined;
  readonly cloud: CloudState | undefined;
  /** Jobs under way. */
  readonly active: number | undefined;
}

export function frameDataOf(t: Translate, { counts, cloud, active }: Known): FrameData {
  return {
    counts: counts
      ? {
          active: active ?? counts.active,
          clips: counts.clips,
          prompts: counts.prompts,
          assets: counts.assets,
        }
      : null,
    storedBytes: counts?.totalBytes ?? null,
    cloud: cloud ? cloudLine(t, cloud) : null,
  };
}

function cloudLine(t: Translate, cloud: CloudState): NonNullable<FrameData['cloud']> {
  const { service } = cloud;
  if (cloud.reachable === 'no') {
    return {
      label: t('frame.offlineSince', { time: formatTime(cloud.since) }),
      isReachable: false,
    };
  }
  if (!service || isDemo(service)) {
    return { label: t('status:demo'), isReachable: true };
  }
  return { label: `${service.provider.name} · ${service.region.name}`, isReachable: true };
}
