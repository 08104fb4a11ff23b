// The takes of one prompt under the stage; a press brings one onto it.
import { ToggleButton } from 'react-aria-components';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { clipTitle } from '../../../clip/clip-words.ts';
import { FirstFrame } from '../../../clip/first-frame.tsx';
import { mediaUrl } from '../../../engine/media.ts';
import { formatClock } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Poster } from '../../../ui/poster.tsx';
import { cardNote, workingOf } from './clip-state.ts';
import { countPromptsOf } from './groups.ts';
import styles from './takes-row.module.css';

export interface TakesRowProps {
  readonly takes: readonly GenerationSummary[];
  readonly shownId: string;
  readonly onChoose: (id: string) => void;
}

export function TakesRow({ takes, shownId, onChoose }: TakesRowProps) {
  const isBatch = countPromptsOf(takes) > 1;
  return (
    <div className={styles['takes']}>
      {takes.map((take) => (
        <TakeCard
          key={take.id}
          take={take}
          isBatch={isBatch}
          isShown={take.id === shownId}
          onChoose={() => onChoose(take.id)}
        />
      ))}
    </div>
  );
}

interface TakeCardProps {
  readonly take: GenerationSummary;
  /** Of several prompts: named by its words. */
  readonly isBatch: boolean;
  readonly isShown: boolean;
  readonly onChoose: () => void;
}

function TakeCard({ take, isBatch, isShown, onChoose }: TakeCardProps) {
  const t = useTranslate();
  const { output, status } = take;
  const hasEnded = !isActive(status) && !output;
  const name = isBatch ? batchName(t, take) : t('create:takeNumber', { number: take.take });
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
      <span className={classNames(styles['words'], isBatch && styles['batch'])}>
        <span className={styles['name']} dir="auto" title={isBatch ? name : undefined}>
          {name}
        </span>
        <span className={styles['note']}>{hasEnded ? '' : note}</span>
      </span>
    </ToggleButton>
  );
}

function batchName(t: Translate, take: GenerationSummary): string {
  const prompt = clipTitle(take);
  return take.takeCount > 1 ? t('batches:take', { prompt, number: take.take }) : prompt;
}
