// Finds, adds and takes off tags: a field above the tags that are known, those in use ticked. For the inside of a popover.
import { useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components';
import { longestTag, tidyTag } from '#shared/domain/clip-change.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { CheckIcon, PlusIcon } from './icons.ts';
import popover from './popover.module.css';
import styles from './tag-picker.module.css';

export interface TagChoice {
  readonly name: string;
  /** On all, on some, on none of what it is chosen for. */
  readonly state: 'all' | 'some' | 'none';
  /** Faint, at the right: how many. */
  readonly note?: string | undefined;
}

export interface TagPickerProps {
  /** The accessible name, and what stands in the empty field. */
  readonly label: string;
  readonly tags: readonly TagChoice[];
  readonly newLabel: (name: string) => string;
  readonly emptyText: string;
  readonly onAdd: (name: string) => void;
  readonly onRemove: (name: string) => void;
}

const mostShown = 50;
const keyOf = (name: string) => name.toLowerCase();

export function TagPicker(props: TagPickerProps) {
  const { label, tags, newLabel, emptyText, onAdd, onRemove } = props;
  const [typed, setTyped] = useState('');
  const wanted = tidyTag(typed);
  const shown = tags.filter(({ name }) => keyOf(name).includes(keyOf(wanted))).slice(0, mostShown);
  const isNew = wanted !== '' && !tags.some(({ name }) => keyOf(name) === keyOf(wanted));
  const act = (choose: () => void) => {
    setTyped('');
    choose();
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField
        autoFocus
        aria-label={label}
        maxLength={longestTag}
        className={styles['field'] ?? ''}
      >
        <Input
          dir="auto"
          spellCheck="false"
          placeholder={label}
          className={styles['input'] ?? ''}
        />
      </SearchField>
      <Menu
        aria-label={label}
        className={styles['list'] ?? ''}
        renderEmptyState={() => <p className={styles['empty']}>{emptyText}</p>}
      >
        {shown.map(({ name, state, note }) => (
          <MenuItem
            key={`tag-${name}`}
            id={`tag-${name}`}
            textValue={name}
            shouldCloseOnSelect={false}
            onAction={() => act(() => (state === 'all' ? onRemove(name) : onAdd(name)))}
            className={classNames(popover['item'])}
          >
            <span className={styles['tick']}>
              {state === 'all' && <Icon glyph={CheckIcon} size={14} />}
            </span>
            <span className={popover['word']} dir="auto">
              {name}
            </span>
            {note !== undefined && <span className={styles['note']}>{note}</span>}
          </MenuItem>
        ))}
        {isNew && (
          <MenuItem
            id="new"
            textValue={wanted}
            shouldCloseOnSelect={false}
            onAction={() => act(() => onAdd(wanted))}
            className={classNames(popover['item'])}
          >
            <span className={styles['tick']}>
              <Icon glyph={PlusIcon} size={14} />
            </span>
            <span className={popover['word']}>{newLabel(wanted)}</span>
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}
