// Asks for one name: of a new collection, of one that is renamed, of a search that is kept.
import { useState } from 'react';
import { longestName, tidyName } from '#shared/domain/collections.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';

export interface NameDialogProps {
  readonly title: string;
  /** The verb of the button. */
  readonly confirmLabel: string;
  readonly hint?: string;
  readonly initial?: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

export function NameDialog(props: NameDialogProps) {
  const { title, confirmLabel, hint, initial = '', onName, onClose } = props;
  const t = useTranslate();
  const [name, setName] = useState(initial);
  const isNamed = tidyName(name) !== '';
  const confirm = () => {
    if (!isNamed) return;
    onClose();
    onName(tidyName(name));
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={!isNamed} onPress={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <TextField
          label={t('collections:name')}
          hint={hint}
          value={name}
          onChange={setName}
          maxLength={longestName}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
