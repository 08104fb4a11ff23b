// How results and reference images travel: how many side by side, and how much of the line they may take.
import { mostDownloadsAtOnce, type StudioSettings } from '#shared/domain/studio-settings.ts';
import { formatBytes, formatCount } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Select } from '../../../ui/select.tsx';
import type { Row } from '../sections/section.ts';
import styles from './setting-row.module.css';
import { useStudioSetting } from '../../../engine/use-studio-setting.ts';

const limits = [250_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000] as const;
const counts = Array.from({ length: mostDownloadsAtOnce }, (_, index) => index + 1);

export function useTransferRows(): readonly Row[] {
  const t = useTranslate();
  const atOnce = useStudioSetting('downloadsAtOnce');
  const speed = useStudioSetting('bytesPerSecond');
  return [
    {
      id: 'downloads-at-once',
      title: t('settings:downloadsAtOnce'),
      note: t('settings:downloadsAtOnceNote'),
      words: t('settings:transferWords'),
      problem: atOnce.problem,
      control: (
        <div className={styles['two']}>
          <Select
            label={t('settings:downloadsAtOnce')}
            isLabelHidden
            options={counts.map((count) => ({ value: String(count), label: formatCount(count) }))}
            value={String(atOnce.value)}
            onChange={(value) => atOnce.set(Number(value))}
          />
        </div>
      ),
    },
    {
      id: 'bandwidth',
      title: t('settings:bandwidth'),
      note: t('settings:bandwidthNote'),
      words: t('settings:transferWords'),
      problem: speed.problem,
      control: (
        <div className={styles['two']}>
          <Select
            label={t('settings:bandwidth')}
            isLabelHidden
            options={[
              { value: 'none', label: t('settings:noLimit') },
              ...known(speed.value).map((limit) => ({
                value: String(limit),
                label: t('settings:perSecond', { bytes: formatBytes(limit) }),
              })),
            ]}
            value={speed.value === null ? 'none' : String(speed.value)}
            onChange={(value) => speed.set(value === 'none' ? null : Number(value))}
          />
        </div>
      ),
    },
  ];
}

/** A value that was set elsewhere is among the choices too. */
function known(value: StudioSettings['bytesPerSecond']): readonly number[] {
  const all = value === null ? limits : [...new Set([...limits, value])];
  return all.toSorted((one, other) => one - other);
}
