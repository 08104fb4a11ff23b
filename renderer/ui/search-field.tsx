// The search box of a toolbar. Escape empties it; the key that reaches it (`/`) is shown until something is typed.
// Must not search itself.
import { type AriaAttributes, type RefObject, useEffect, useRef } from 'react';
import { Button, Group, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { useTranslate } from '../i18n/translate-context.tsx';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import { Icon } from './icon.tsx';
import { CloseIcon, SearchIcon } from './icons.ts';
import { Kbd } from './kbd.tsx';
import styles from './search-field.module.css';

export interface SearchFieldProps {
  /** The accessible name, such as "Search". */
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: (value: string) => void;
  /** A key that moves the focus here from anywhere outside a field, shown as a hint. */
  readonly hotkey?: string;
  readonly size?: 'sm' | 'md';
  readonly className?: string | undefined;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  /** Ties the box to a list of suggestions. */
  readonly inputAria?: AriaAttributes;
  readonly maxLength?: number;
}

export function SearchField(props: SearchFieldProps) {
  const { label, placeholder, value, onChange, onSubmit, hotkey, size = 'sm', className } = props;
  const { inputAria, maxLength } = props;
  const t = useTranslate();
  const own = useRef<HTMLInputElement>(null);
  const input = props.inputRef ?? own;
  useHotkey(hotkey, () => input.current?.focus());
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      {...(onSubmit && { onSubmit })}
      className={classNames(field['field'], field[size], styles['search'], className)}
    >
      <Group className={field['box'] ?? ''}>
        <Icon glyph={SearchIcon} size={14} />
        <Input
          {...inputAria}
          ref={input}
          dir="auto"
          spellCheck="false" // half a word is searched for, and names are
          className={field['input'] ?? ''}
          {...(maxLength !== undefined && { maxLength })}
          {...(placeholder !== undefined && { placeholder })}
        />
        {value !== '' && (
          <Button className={styles['clear'] ?? ''} aria-label={t('clearSearch')}>
            <Icon glyph={CloseIcon} size={14} />
          </Button>
        )}
        {value === '' && hotkey !== undefined && <Kbd>{hotkey}</Kbd>}
      </Group>
    </AriaSearchField>
  );
}

function useHotkey(hotkey: string | undefined, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (hotkey === undefined) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== hotkey || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target) || isBehindDialog()) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [hotkey]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

function isBehindDialog(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"][aria-modal]') !== null;
}
