// A question over everything else. The title says the action and the amount; Cancel, then the action, at the right.
// Escape cancels. The focus starts on whatever has `autoFocus`: give it to the safest control.
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly isOpen: boolean;
  /** Called with `false` for Escape, and for a press outside when `isDismissable`. */
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  /** Above the title, such as "Verified: …". */
  readonly mark?: ReactNode;
  readonly description?: ReactNode;
  /** 480 or 720 px. */
  readonly size?: 'md' | 'lg';
  /** `alertdialog` interrupts: only for what cannot be undone. */
  readonly role?: 'dialog' | 'alertdialog';
  /** Buttons at the right of the foot, in the order Cancel, action. */
  readonly actions: ReactNode;
  /** At the left of the foot: a muted sentence or a ghost button. */
  readonly footNote?: ReactNode;
  /** Between the body, which scrolls, and the foot: typed confirmation, options. */
  readonly beforeFoot?: ReactNode;
  readonly isDismissable?: boolean;
  /** Escape does nothing while a thing must not be interrupted. */
  readonly isEscapeDisabled?: boolean;
  readonly children?: ReactNode;
}

export function Dialog(props: DialogProps) {
  const { isOpen, onOpenChange, title, mark, description, size = 'md', role = 'dialog' } = props;
  const { actions, footNote, beforeFoot, isDismissable = false, isEscapeDisabled = false } = props;
  const descriptionId = useId();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={isEscapeDisabled}
      className={styles['scrim'] ?? ''}
    >
      <Modal className={classNames(styles['modal'], styles[size])}>
        <AriaDialog
          role={role}
          className={styles['dialog'] ?? ''}
          {...(description !== undefined && { 'aria-describedby': descriptionId })}
        >
          <header className={styles['head']}>
            {mark}
            <Heading slot="title" level={2} className={styles['title'] ?? ''} dir="auto">
              {title}
            </Heading>
            {description !== undefined && (
              <div id={descriptionId} className={styles['description']}>
                {description}
              </div>
            )}
          </header>
          {props.children !== undefined && <div className={styles['body']}>{props.children}</div>}
          {beforeFoot !== undefined && <div className={styles['before-foot']}>{beforeFoot}</div>}
          <footer className={styles['foot']}>
            {footNote !== undefined && <div className={styles['foot-note']}>{footNote}</div>}
            <div className={styles['actions']}>{actions}</div>
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
