// The scale beside the timeline: years and their months, the one in sight marked, each a jump. A bar tells how full a month is.
import { formatCount, formatMonth } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Scale } from '../../ui/scale.tsx';
import { monthAt, type MonthRun } from './months.ts';

export interface TimeScaleProps {
  readonly months: readonly MonthRun[];
  /** Index of the first clip in sight. */
  readonly at: number;
  readonly onJump: (index: number) => void;
}

export function TimeScale({ months, at, onJump }: TimeScaleProps) {
  const t = useTranslate();
  const most = Math.max(1, ...months.map(({ count }) => count));
  const current = months[monthAt(months, at)];
  return (
    <Scale
      label={t('layouts:scale')}
      current={current?.month ?? null}
      steps={months.map(({ month, count }, index) => {
        const [year = ''] = month.split('-');
        const name = formatMonth(`${month}-15T12:00:00`);
        return {
          id: month,
          text: name.slice(0, 3),
          hiddenText: year,
          note: formatCount(count),
          hiddenNote: t('layouts:clips', { count }),
          share: count / most,
          heading: months[index - 1]?.month.startsWith(year) ? null : year,
        };
      })}
      onChoose={(month) => {
        const run = months.find((candidate) => candidate.month === month);
        if (run) onJump(run.first);
      }}
    />
  );
}
