// A choice from a list: value left, arrows right. More than eight options get a filter.
// Must not be used for 2 to 5 options of one word: that is a SegmentedControl.
import {
  Autocomplete,
  Button,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  Select as AriaSelect,
  SelectValue,
  useFilter,
} from 'react-aria-components';
import { useTranslate } from '../i18n/translate-context.tsx';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import { Icon } from './icon.tsx';
import { CheckIcon, UpDownIcon } from './icons.ts';
import popover from './popover.module.css';
import styles from './select.module.css';

export interface SelectOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** Faint, at the right: a price, a size. */
  readonly note?: string;
  readonly isDisabled?: boolean;
}

export interface SelectProps<Value extends string = string> {
  /** Seen above the field, unless `isLabelHidden`. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly size?: 'sm' | 'md';
  readonly isDisabled?: boolean;
  readonly problem?: string | null | undefined;
  readonly className?: string | undefined;
}

const filterFrom = 9;

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, isLabelHidden = false, options, value, onChange, problem, className } = props;
  const { placeholder, size = 'md', isDisabled = false } = props;
  const choose = (key: unknown) => {
    const option = options.find((candidate) => candidate.value === key);
    if (option) onChange(option.value);
  };
  return (
    <AriaSelect
      {...(isLabelHidden && { 'aria-label': label })}
      {...(placeholder !== undefined && { placeholder })}
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      isInvalid={problem !== null && problem !== undefined}
      className={classNames(field['field'], field[size], className)}
    >
      {!isLabelHidden && <Label className={field['label-row']}>{label}</Label>}
      <Button className={classNames(styles['button'], styles[size])}>
        <SelectValue className={styles['value'] ?? ''}>
          {({ selectedText, isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <Icon glyph={UpDownIcon} size={14} className={styles['arrows']} />
      </Button>
      <FieldError className={field['problem'] ?? ''}>{problem}</FieldError>
      <Popover offset={4} className={classNames(popover['surface'], styles['popover'])}>
        {options.length < filterFrom ? (
          <Options options={options} />
        ) : (
          <Filtered options={options} />
        )}
      </Popover>
    </AriaSelect>
  );
}

type OptionsProps = { readonly options: readonly SelectOption[] };

function Filtered({ options }: OptionsProps) {
  const t = useTranslate();
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Autocomplete filter={contains}>
      <SearchField
        aria-label={t('filter')}
        autoFocus
        className={classNames(field['sm'], popover['filter'])}
      >
        <div className={field['box']}>
          <Input spellCheck="false" className={field['input'] ?? ''} placeholder={t('filter')} />
        </div>
      </SearchField>
      <Options options={options} />
    </Autocomplete>
  );
}

function Options({ options }: OptionsProps) {
  const t = useTranslate();
  return (
    <ListBox
      className={popover['list'] ?? ''}
      renderEmptyState={() => <p className={popover['empty']}>{t('nothingMatches')}</p>}
    >
      {options.map(({ value, label, note, isDisabled = false }) => (
        <ListBoxItem
          key={value}
          id={value}
          textValue={label}
          isDisabled={isDisabled}
          className={popover['item'] ?? ''}
        >
          {({ isSelected }) => (
            <>
              <span className={popover['word']} dir="auto">
                {label}
              </span>
              {note !== undefined && <span className={styles['note']}>{note}</span>}
              <span className={styles['tick']}>
                {isSelected && <Icon glyph={CheckIcon} size={14} />}
              </span>
            </>
          )}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
