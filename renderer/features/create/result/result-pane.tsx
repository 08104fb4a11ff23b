// The right side: the newest takes, large, and what was made before them.
import { useState } from 'react';
import { clipTitle } from '../../../clip/clip-words.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { groupNote } from './clip-state.ts';
import { CreateEmpty, type CreateEmptyProps } from './create-empty.tsx';
import { EarlierClips } from './earlier-clips.tsx';
import { earlierClips, takeOnStage } from './groups.ts';
import styles from './result-pane.module.css';
import { ResultSkeleton } from './result-skeleton.tsx';
import { Stage } from './stage.tsx';
import { TakeActions } from './take-actions.tsx';
import { TakesRow } from './takes-row.tsx';
import { useClips } from './use-clips.ts';

export function ResultPane({ composer, onEditPrompt }: CreateEmptyProps) {
  const t = useTranslate();
  const { all, takes, isLoading, asOf } = useClips();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const shown = takeOnStage(takes, chosenId);
  if (isLoading) return <ResultSkeleton />;
  if (!shown) return <CreateEmpty composer={composer} onEditPrompt={onEditPrompt} />;
  return (
    <section aria-label={t('create:result')} className={styles['pane']}>
      <div className={styles['fit']}>
        <div className={styles['head']}>
          <div className={styles['about']}>
            <h2 className={styles['title']} dir="auto" title={clipTitle(shown)}>
              {clipTitle(shown)}
            </h2>
            <p className={styles['note']}>{groupNote(t, takes, shown, asOf)}</p>
          </div>
          <TakeActions take={shown} takes={takes} />
        </div>
        <Stage key={shown.id} take={shown} onEditPrompt={onEditPrompt} />
        {takes.length > 1 && <TakesRow takes={takes} shownId={shown.id} onChoose={setChosenId} />}
        <EarlierClips earlier={earlierClips(all, takes, asOf)} rows={takes.length > 1 ? 2 : 3} />
      </div>
    </section>
  );
}
