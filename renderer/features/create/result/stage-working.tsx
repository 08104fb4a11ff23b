// A take that is being made: which step it is at, how far, and what it waits for. Still but for its meter.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Steps } from '../../../ui/steps.tsx';
import { workingNote, workingOf } from './clip-state.ts';
import styles from './stage-working.module.css';

export function StageWorking({ take }: { readonly take: GenerationSummary }) {
  const t = useTranslate();
  const { label, figure } = workingOf(t, take);
  return (
    <div className={styles['working']}>
      <div className={styles['words']}>
        <p className={styles['step']}>
          {label}
          {figure !== undefined && <span className={styles['figure']}> {figure}</span>}
        </p>
        <p className={styles['note']}>{workingNote(t, take)}</p>
        <div className={styles['meter']}>
          <Steps step={take.step} share={take.progress} />
        </div>
        <p className={styles['hint']}>{t('create:workingNote')}</p>
      </div>
    </div>
  );
}
