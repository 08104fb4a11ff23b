// Gives a command other keys: they are pressed, looked at, and taken, also from another command that had them.
import { type KeyboardEvent, useState } from 'react';
import { Input } from 'react-aria-components';
import { type CommandId, commands, keysOf } from '#shared/commands.ts';
import { acceleratorOf, formatAccelerator, problemOfKeys } from '#shared/domain/accelerator.ts';
import { isWindows } from '../../../app/platform.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { KeyboardIcon, ProblemIcon } from '../../../ui/icons.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { Note } from '../../../ui/note.tsx';
import styles from './keys-button.module.css';
import { chooseKeys, holderOf } from './choose-keys.ts';
import type { PreferenceState } from '../use-preference.ts';

export interface KeysButtonProps {
  readonly id: CommandId;
  readonly name: string;
  readonly preference: PreferenceState<'shortcuts'>;
  readonly onMac: boolean;
}

export function KeysButton(props: KeysButtonProps) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton
        size="sm"
        glyph={KeyboardIcon}
        label={t('settings:changeKeys', { command: props.name })}
        onPress={() => setOpen(true)}
      />
      {isOpen && <KeysDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function KeysDialog(props: KeysButtonProps & { readonly onClose: () => void }) {
  const { id, name, preference, onMac, onClose } = props;
  const t = useTranslate();
  const [keys, setKeys] = useState<string | null>(null);
  const give = (given: string | null | undefined) => {
    preference.set(chooseKeys(preference.value, id, given));
    onClose();
  };
  const listen = (event: KeyboardEvent) => {
    const pressed = acceleratorOf(event, onMac);
    // Tab, Enter and Escape alone go on to work the dialog.
    if (pressed === null || ['Enter'].includes(pressed)) return;
    event.preventDefault();
    event.stopPropagation();
    setKeys(pressed);
  };
  const problem = keys === null ? null : problemOfKeys(keys);
  const system = { id, isWindows: isWindows(navigator) };
  const holder = keys === null ? null : holderOf(keys, preference.value, system);
  const note = noteOf(t, { keys, problem, holder, onMac });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('settings:keysTitle', { command: name })}
      description={t('settings:keysText')}
      footNote={
        <div className={styles['ways']}>
          {keysOf(id, preference.value) !== null && (
            <Button variant="ghost" onPress={() => give(null)}>
              {t('settings:noKeysButton')}
            </Button>
          )}
          {keysOf(id, preference.value) !== commands[id].keys && (
            <Button variant="ghost" onPress={() => give(undefined)}>
              {t('settings:originalKeys')}
            </Button>
          )}
        </div>
      }
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={keys === null || problem !== null}
            onPress={() => give(keys)}
          >
            {t('settings:useKeys')}
          </Button>
        </>
      }
    >
      {/* A field of one line that takes keys in place of letters. */}
      <div className={styles['pressed']}>
        <Input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to press keys
          autoFocus
          readOnly
          aria-label={t('settings:keysNone')}
          className={styles['field'] ?? ''}
          placeholder={t('settings:keysNone')}
          value={keys === null ? '' : formatAccelerator(keys, onMac)}
          onKeyDown={listen}
        />
        {keys !== null && <Kbd>{formatAccelerator(keys, onMac)}</Kbd>}
      </div>
      {note !== null && (
        <Note icon={ProblemIcon} tone={problem === null ? 'warning' : 'danger'} isAlert>
          {note}
        </Note>
      )}
    </Dialog>
  );
}

interface Pressed {
  readonly keys: string | null;
  readonly problem: ReturnType<typeof problemOfKeys>;
  readonly holder: CommandId | null;
  readonly onMac: boolean;
}

function noteOf(t: Translate, { keys, problem, holder, onMac }: Pressed): string | null {
  if (keys === null) return null;
  const printed = formatAccelerator(keys, onMac);
  if (problem === 'reserved') return t('settings:keysReserved', { keys: printed });
  if (problem === 'needs-modifier')
    return t('settings:keysPlain', { control: onMac ? '⌘' : 'Ctrl' });
  if (holder === null) return null;
  return t('settings:keysTaken', { keys: printed, command: commands[holder].label });
}
