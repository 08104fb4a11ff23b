// The plain question: what goes, how much of it, and one action. The focus starts on Cancel.
import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** The action and the amount: "Delete 4 clips?" */
  readonly title: string;
  readonly description: ReactNode;
  /** The same verb again: "Delete 4 clips". */
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly cancelLabel?: string;
  /** Red for what is gone afterwards. */
  readonly isDestructive?: boolean;
  readonly busy?: boolean | number;
  readonly footNote?: ReactNode;
  readonly children?: ReactNode;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onOpenChange, title, description, confirmLabel, onConfirm, cancelLabel } = props;
  const { isDestructive = false, busy = false, footNote, children } = props;
  const t = useTranslate();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      role={isDestructive ? 'alertdialog' : 'dialog'}
      {...(footNote !== undefined && { footNote })}
      actions={
        <>
          <Button autoFocus onPress={() => onOpenChange(false)}>
            {cancelLabel ?? t('cancel')}
          </Button>
          <Button variant={isDestructive ? 'danger' : 'primary'} busy={busy} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
