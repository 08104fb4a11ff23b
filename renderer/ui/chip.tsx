// A small word: a tag, or a filter that is on and can be taken off. Must not be a button in disguise.
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslate } from '../i18n/translate-context.tsx';
import styles from './chip.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { CloseIcon } from './icons.ts';

export interface ChipProps {
  readonly children: ReactNode;
  /** `outline` for a state such as "Demo"; `accent` for a variable or a filter. */
  readonly look?: 'plain' | 'outline' | 'accent';
}

export function Chip({ children, look = 'plain' }: ChipProps) {
  return <span className={classNames(styles['chip'], styles[look])}>{children}</span>;
}

export interface FilterChipProps {
  readonly label: string;
  /** Removing can be undone. The whole chip is the button. */
  readonly onRemove: () => void;
}

export function FilterChip({ label, onRemove }: FilterChipProps) {
  const t = useTranslate();
  return (
    <Button
      onPress={onRemove}
      aria-label={t('removeNamed', { name: label })}
      className={classNames(styles['chip'], styles['accent'], styles['filter'])}
    >
      <bdi>{label}</bdi>
      <Icon glyph={CloseIcon} size={14} />
    </Button>
  );
}

export interface RemovableChipProps {
  readonly label: string;
  /** The name of the cross. */
  readonly removeLabel: string;
  /** Can be undone. */
  readonly onRemove: () => void;
}

/** A tag that can be taken off: the word is no button, its cross is. */
export function RemovableChip({ label, removeLabel, onRemove }: RemovableChipProps) {
  return (
    <span className={classNames(styles['chip'], styles['removable'])}>
      <span className={styles['word']} dir="auto">
        {label}
      </span>
      <Button aria-label={removeLabel} onPress={onRemove} className={styles['cross'] ?? ''}>
        <Icon glyph={CloseIcon} size={14} />
      </Button>
    </span>
  );
}
