// Why the last command did not do what was asked, above the list until it is dismissed or another one is given.
import { useTranslate } from '../../i18n/translate-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { CloseIcon, ProblemIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/note.tsx';
import styles from './queue-screen.module.css';

export interface QueueProblemProps {
  readonly text: string;
  readonly onDismiss: () => void;
}

export function QueueProblem({ text, onDismiss }: QueueProblemProps) {
  const t = useTranslate();
  return (
    <div className={styles['problem']}>
      <Note icon={ProblemIcon} tone="warning" isAlert>
        <div className={styles['problem-line']}>
          <p>{text}</p>
          <IconButton size="sm" label={t('dismiss')} glyph={CloseIcon} onPress={onDismiss} />
        </div>
      </Note>
    </div>
  );
}
