// The plan of what erasing would do, and the confirmation of exactly that plan. Nothing goes before the word is typed.
import { useState } from 'react';
import type { ErasurePlan } from '#shared/contract/data.ts';
import { formatTime } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { DialogSkeleton } from '../dialog-skeleton.tsx';
import styles from './erase-dialog.module.css';
import { PlanGroups } from '../../../erase/plan-groups.tsx';

/** Not translated: it is a key, not a word. */
const confirmation = 'ERASE';

export interface EraseDialogProps {
  readonly onClose: () => void;
  /** `null` while it is being counted. */
  readonly plan: ErasurePlan | null;
  readonly countedAt: Date | null;
  /** One sentence: counting or ordering failed. */
  readonly problem: string | null;
  readonly isErasing: boolean;
  readonly onErase: (plan: ErasurePlan, alsoCloud: boolean) => void;
  readonly onExportFirst: () => void;
}

export function EraseDialog(props: EraseDialogProps) {
  const { onClose, plan, countedAt, problem, isErasing, onErase, onExportFirst } = props;
  const t = useTranslate();
  const [typed, setTyped] = useState('');
  const [alsoCloud, setAlsoCloud] = useState(true);
  const isConfirmed = typed.trim() === confirmation;
  const erase = () => {
    if (plan && isConfirmed && !isErasing) onErase(plan, alsoCloud);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen && !isErasing) onClose();
      }}
      isEscapeDisabled={isErasing}
      size="lg"
      role="alertdialog"
      title={t('yourData:planTitle')}
      description={
        countedAt
          ? t('yourData:planNote', { time: formatTime(countedAt) })
          : t('yourData:planCounting')
      }
      beforeFoot={
        <div className={styles['confirm']}>
          {plan && plan.goneLater.length > 0 && (
            <Checkbox
              label={t('yourData:planAlsoCloud')}
              isSelected={alsoCloud}
              isDisabled={isErasing}
              onChange={setAlsoCloud}
            />
          )}
          <div className={styles['typed']}>
            <p aria-hidden="true">
              {t('yourData:planTypeBefore')} <strong>{confirmation}</strong>{' '}
              {t('yourData:planTypeAfter')}
            </p>
            <TextField
              aria-label={t('yourData:planTypeLabel', { words: confirmation })}
              size="sm"
              value={typed}
              onChange={setTyped}
              isDisabled={isErasing || plan === null}
              autoComplete="off"
              spellCheck="false"
              className={styles['field']}
              onKeyDown={(event) => {
                if (event.key === 'Enter') erase();
              }}
            />
          </div>
        </div>
      }
      footNote={t(isErasing ? 'yourData:planErasing' : 'yourData:planSurvives')}
      actions={
        <>
          <Button autoFocus isDisabled={isErasing} onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            variant="danger"
            isDisabled={!isConfirmed || plan === null}
            busy={isErasing}
            onPress={erase}
          >
            {t('yourData:eraseEverything')}
          </Button>
        </>
      }
    >
      {problem !== null && (
        <div className={styles['problem']}>
          <Note icon={ProblemIcon} tone="danger" isAlert>
            {problem}
          </Note>
        </div>
      )}
      {plan && !isErasing && (
        <p className={styles['export']}>
          {t('yourData:planKeep')}{' '}
          <TextLink onPress={onExportFirst}>{t('yourData:planExportFirst')}</TextLink>
        </p>
      )}
      {plan ? <PlanGroups plan={plan} /> : problem === null && <DialogSkeleton lines={8} />}
    </Dialog>
  );
}
