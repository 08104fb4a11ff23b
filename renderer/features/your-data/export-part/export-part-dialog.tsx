// What goes into an export that is not simply everything in one file: which clips, with what beside them, in how many files.
import { useState } from 'react';
import type { GenerationId } from '#shared/domain/ids.ts';
import { useCollections } from '../../../collections/collections-data.ts';
import { formatBytes, formatCount } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { ChoiceCards } from '../../../ui/choice-cards.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import {
  type ExportChoice,
  isInOrder,
  partSizes,
  selectionOf,
} from '../../../archive/export-choice.ts';
import styles from './export-part-dialog.module.css';

export interface ExportPartDialogProps {
  readonly start: ExportChoice;
  /** Selected in the Library. */
  readonly picked: readonly GenerationId[];
  readonly onClose: () => void;
  readonly onExport: (choice: ExportChoice) => void;
}

export function ExportPartDialog({ start, picked, onClose, onExport }: ExportPartDialogProps) {
  const t = useTranslate();
  const [choice, setChoice] = useState(start);
  const change = (next: Partial<ExportChoice>) => setChoice({ ...choice, ...next });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('exportPart:title')}
      description={t('exportPart:note')}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={selectionOf(choice, picked) === null}
            onPress={() => onExport(choice)}
          >
            {t('exportPart:action')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <Subjects choice={choice} picked={picked} onChange={change} />
        <Checkbox
          label={t('exportPart:media')}
          isSelected={choice.includeMedia}
          onChange={(includeMedia) => change({ includeMedia })}
        />
        <Checkbox
          label={t('exportPart:sidecars')}
          isSelected={choice.sidecars}
          isDisabled={!choice.includeMedia}
          onChange={(sidecars) => change({ sidecars })}
        />
        <Select
          label={t('exportPart:split')}
          isDisabled={!choice.includeMedia}
          options={[
            { value: 'one', label: t('exportPart:splitNone') },
            ...partSizes.map((bytes) => ({
              value: String(bytes),
              label: t('exportPart:splitAt', { bytes: formatBytes(bytes) }),
            })),
          ]}
          value={choice.partBytes === null ? 'one' : String(choice.partBytes)}
          onChange={(value) => change({ partBytes: value === 'one' ? null : Number(value) })}
        />
        {choice.partBytes !== null && <p className={styles['note']}>{t('exportPart:splitNote')}</p>}
      </div>
    </Dialog>
  );
}

interface SubjectsProps {
  readonly choice: ExportChoice;
  readonly picked: readonly GenerationId[];
  readonly onChange: (next: Partial<ExportChoice>) => void;
}

function Subjects({ choice, picked, onChange }: SubjectsProps) {
  const t = useTranslate();
  const count = picked.length;
  const collections = useCollections();
  return (
    <>
      <ChoiceCards
        label={t('exportPart:what')}
        cards={[
          { value: 'all', title: t('exportPart:all'), note: t('exportPart:allNote') },
          {
            value: 'collection',
            title: t('exportPart:collection'),
            note: t(
              collections.length === 0 ? 'exportPart:collectionNone' : 'exportPart:collectionNote',
            ),
            isDisabled: collections.length === 0,
          },
          { value: 'dates', title: t('exportPart:dates'), note: t('exportPart:datesNote') },
          {
            value: 'picked',
            title: t('exportPart:picked', { count, figure: formatCount(count) }),
            note: t(count === 0 ? 'exportPart:pickedNone' : 'exportPart:pickedNote'),
            isDisabled: count === 0,
          },
        ]}
        value={choice.subject}
        onChange={(subject) => onChange({ subject })}
      />
      {choice.subject === 'collection' && (
        <Select
          label={t('exportPart:whichCollection')}
          placeholder={t('exportPart:choose')}
          options={collections.map(({ id, name }) => ({ value: id, label: name }))}
          value={choice.collectionId}
          onChange={(collectionId) => onChange({ collectionId })}
        />
      )}
      {choice.subject === 'dates' && (
        <div className={styles['days']}>
          <TextField
            label={t('exportPart:since')}
            type="date"
            value={choice.since}
            onChange={(since) => onChange({ since })}
          />
          <TextField
            label={t('exportPart:until')}
            type="date"
            value={choice.until}
            problem={isInOrder(choice) ? null : t('exportPart:datesProblem')}
            onChange={(until) => onChange({ until })}
          />
        </div>
      )}
    </>
  );
}
