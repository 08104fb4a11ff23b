// One sentence at the bottom right, and Undo. Eight seconds, or until the pointer leaves; at most three.
// Must not tell of an error: an error is shown where it belongs.
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { Icon, type IconGlyph } from './icon.tsx';
import { CloseIcon } from './icons.ts';
import styles from './toast.module.css';

export interface ToastMessage {
  /** One sentence. */
  readonly text: string;
  readonly icon?: IconGlyph;
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

export interface Toasts {
  show(message: ToastMessage): void;
}

const maximumShown = 3;
const lifeMs = 8_000;

const ToastsContext = createContext<Toasts | null>(null);

/** Put once around the app; draws the region as well. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useTranslate();
  const [queue] = useState(() => new ToastQueue<ToastMessage>({ maxVisibleToasts: maximumShown }));
  const toasts = useMemo<Toasts>(
    () => ({ show: (message) => void queue.add(message, { timeout: lifeMs }) }),
    [queue],
  );
  return (
    <ToastsContext value={toasts}>
      {children}
      <ToastRegion
        queue={queue}
        aria-label={t('frame.notifications')}
        className={styles['region'] ?? ''}
      >
        {({ toast }) => (
          <AriaToast toast={toast} className={styles['toast'] ?? ''}>
            <ToastBody message={toast.content} onClose={() => queue.close(toast.key)} />
          </AriaToast>
        )}
      </ToastRegion>
    </ToastsContext>
  );
}

export function useToasts(): Toasts {
  const toasts = useContext(ToastsContext);
  if (!toasts) throw new Error('useToasts needs a ToastProvider around it');
  return toasts;
}

interface ToastBodyProps {
  readonly message: ToastMessage;
  readonly onClose: () => void;
}

function ToastBody({ message: { text, icon, action }, onClose }: ToastBodyProps) {
  const t = useTranslate();
  return (
    <>
      {icon && <Icon glyph={icon} size={14} />}
      <ToastContent className={styles['text']}>
        <Text slot="title" dir="auto">
          {text}
        </Text>
      </ToastContent>
      {action && (
        <Button
          size="xs"
          onPress={() => {
            action.onPress();
            onClose();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        size="sm"
        label={t('dismiss')}
        glyph={CloseIcon}
        onPress={onClose}
        tooltipPlacement="top"
      />
    </>
  );
}
