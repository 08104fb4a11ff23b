// How the deletion of a clip's copy in the cloud stands, in words, wherever the clip is described. Draws nothing when none was asked for.
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { copyWords, problemWords } from './copy-words.ts';
import styles from './copy-state.module.css';

export interface CopyStateProps {
  readonly clip: Pick<GenerationDetail, 'cloudErasure' | 'isInCloud'>;
  /** Said instead of what the last try came to. */
  readonly problem?: string | null;
  readonly children?: React.ReactNode;
}

export function CopyState({ clip, problem = null, children }: CopyStateProps) {
  const t = useTranslate();
  const { cloudErasure: erasure } = clip;
  const isAsked = erasure !== null && erasure.state !== 'confirmed';
  const trouble = problem ?? (isAsked ? problemWords(erasure.problem, t) : null);
  return (
    <div className={styles['copy']} aria-live="polite">
      {erasure && (isAsked || !clip.isInCloud) && <p>{copyWords(erasure, t)}</p>}
      {trouble !== null && <p className={styles['problem']}>{trouble}</p>}
      {children}
    </div>
  );
}
