// What is in an archive and what importing it would do, before anything comes in. An archive that cannot be imported is refused here.
import type { ReactNode } from 'react';
import type { ArchiveInspection } from '#shared/contract/data.ts';
import { type Candidate, importPartly } from '../../../archive/import-flow.ts';
import { formatTime } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { DialogSkeleton } from '../dialog-skeleton.tsx';
import { ImportPreview, isTooSmall } from './import-preview.tsx';
import { ImportProblemNote } from './import-problem-note.tsx';
import { importRows, newAmounts } from './import-rows.ts';
import { questionWords } from './import-words.ts';

export interface ImportDialogProps {
  readonly candidate: Candidate;
  readonly onClose: () => void;
  readonly onImport: () => void;
  readonly onLookAgain: () => void;
  readonly onChooseAnother: () => void;
}

export function ImportDialog(props: ImportDialogProps) {
  const { candidate, onClose } = props;
  const { inspection, error, isStarting } = candidate;
  const t = useTranslate();
  const { title, description } = headOf(t, candidate);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen && !isStarting) onClose();
      }}
      isEscapeDisabled={isStarting}
      size="lg"
      title={title}
      description={description}
      footNote={inspection && !isTooSmall(inspection) && t('yourData:importFoot')}
      actions={
        <>
          <Button autoFocus isDisabled={isStarting} onPress={onClose}>
            {t(error && !inspection ? 'close' : 'cancel')}
          </Button>
          <Action {...props} />
        </>
      }
    >
      {/* The title changes while the dialog is open, which nobody reads out by itself. */}
      <VisuallyHidden>
        <span role="status">{inspection && title}</span>
      </VisuallyHidden>
      {error && <ImportProblemNote error={error} />}
      {inspection && <ImportPreview inspection={inspection} />}
      {!inspection && !error && <DialogSkeleton lines={8} />}
    </Dialog>
  );
}

interface Head {
  readonly title: string;
  readonly description: ReactNode;
}

function headOf(t: Translate, { fileName, inspection, lookedAt, error }: Candidate): Head {
  if (inspection && lookedAt) {
    const fresh = newAmounts(importRows(inspection.wouldDo));
    return {
      title: questionWords(t, fresh),
      description:
        fresh.length === 0
          ? t('yourData:importNothingNote')
          : t('yourData:importNote', { time: formatTime(lookedAt) }),
    };
  }
  return {
    title: t(error ? 'yourData:importRefusedTitle' : 'yourData:importLooking'),
    description: fileName,
  };
}

function Action(props: ImportDialogProps) {
  const { inspection, error, isStarting } = props.candidate;
  const t = useTranslate();
  if (!inspection) {
    return (
      error && (
        <>
          {error.code === 'archive-damaged' && (
            <Button busy={isStarting} onPress={importPartly}>
              {t('exportPart:importPartly')}
            </Button>
          )}
          <Button onPress={props.onChooseAnother}>{t('yourData:importAnother')}</Button>
        </>
      )
    );
  }
  if (isTooSmall(inspection)) {
    return <Button onPress={props.onLookAgain}>{t('yourData:importAgain')}</Button>;
  }
  return (
    <Button
      variant={bringsNothing(inspection) ? 'neutral' : 'primary'}
      busy={isStarting}
      onPress={props.onImport}
    >
      {t('yourData:importAction')}
    </Button>
  );
}

function bringsNothing({ wouldDo }: ArchiveInspection): boolean {
  return newAmounts(importRows(wouldDo)).length === 0;
}
