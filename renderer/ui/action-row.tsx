// A row that opens something: icon, words, an arrow. For a short list of ways on inside a panel.
import type { Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import styles from './action-row.module.css';
import { Icon, type IconGlyph } from './icon.tsx';
import { RightIcon } from './icons.ts';

export interface ActionRowProps {
  readonly icon: IconGlyph;
  /** The whole accessible name. */
  readonly label: string;
  /** Faint, before the arrow; not part of the name. */
  readonly note?: string | undefined;
  readonly onPress: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Goes inside a `ul`. */
export function ActionRow({ icon, label, note, onPress, ref }: ActionRowProps) {
  return (
    <li>
      <AriaButton
        {...(ref && { ref })}
        aria-label={label}
        onPress={onPress}
        className={styles['row'] ?? ''}
      >
        <Icon glyph={icon} size={14} className={styles['icon']} />
        <span className={styles['label']}>{label}</span>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
        <Icon glyph={RightIcon} size={14} className={styles['arrow']} />
      </AriaButton>
    </li>
  );
}
