// The takes of one prompt under the stage; a press brings one onto it.
import { ToggleButton } from 'react-aria-components';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { FirstFrame } from '../../clip/first-frame.tsx';
import { mediaUrl } from '../../engine/media.ts';
import { formatClock } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Poster } from '../../ui/poster.tsx';
import { cardNote, workingOf } from './clip-state.ts';
import styles from './takes-row.module.css';

export interface TakesRowProps {
  readonly takes: readonly GenerationSummary[];
  readonly shownId: string;
  readonly onChoose: (id: string) => void;
}

export function TakesRow({ takes, shownId, onChoose }: TakesRowProps) {
  return (
    <div className={styles['takes']}>
      {takes.map((take) => (
        <TakeCard
          key={take.id}
          take={take}
          isShown={take.id === shownId}
          onChoose={() => onChoose(take.id)}
        />
      ))}
    </div>
  );
}

interface TakeCardProps {
  readonly take: GenerationSummary;
  readonly isShown: boolean;
  readonly onChoose: () => void;
}

function TakeCard({ take, isShown, onChoose }: TakeCardProps) {
  const t = useTranslate();
  const { output, status } = take;
  const hasEnded = !isActive(status) && !output;
  const name = t('create:takeNumber', { number: take.take });
  const note = cardNote(t, take);
  return (
    <ToggleButton
      isSelected={isShown}
      onChange={onChoose}
      aria-label={`${name}, ${output ? note : t(`status:${status}`)}`}
      className={styles['take'] ?? ''}
    >
      <Poster
        alt=""
        src={output?.hasPoster ? mediaUrl('poster', output.id) : null}
        duration={output ? formatClock(output.durationMs) : undefined}
        working={isActive(status) ? workingOf(t, take) : undefined}
        problem={hasEnded ? { text: t(`status:${status}`) } : undefined}
        isSelected={isShown}
      >
        {output && !output.hasPoster && <FirstFrame src={mediaUrl('output', output.id)} alt="" />}
      </Poster>
      <span className={styles['words']}>
        <span className={styles['name']}>{name}</span>
        <span className={styles['note']}>{hasEnded ? '' : note}</span>
      </span>
    </ToggleButton>
  );
}
