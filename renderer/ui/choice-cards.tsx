// One choice out of a few that each need a sentence: first run, recovery. A radio group to assistive technology.
import { useId } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { Chip } from './chip.tsx';
import styles from './choice-cards.module.css';
import { classNames } from './class-names.ts';

export interface ChoiceCard<Value extends string = string> {
  readonly value: Value;
  /** The accessible name. */
  readonly title: string;
  /** Read out as the description. */
  readonly note: string;
  /** A short word at the right, such as "Recommended". */
  readonly badge?: string;
  readonly isDisabled?: boolean;
}

export interface ChoiceCardsProps<Value extends string = string> {
  /** The accessible name of the group. */
  readonly label: string;
  readonly cards: readonly ChoiceCard<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly className?: string | undefined;
}

export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, cards, value, onChange, className } = props;
  const groupId = useId();
  const choose = (chosen: string) => {
    const card = cards.find((candidate) => candidate.value === chosen);
    if (card) onChange(card.value);
  };
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onChange={choose}
      className={classNames(styles['cards'], className)}
    >
      {cards.map(({ value: own, title, note, badge, isDisabled = false }) => (
        <Radio
          key={own}
          value={own}
          isDisabled={isDisabled}
          aria-label={title}
          aria-describedby={`${groupId}${own}`}
          className={styles['card'] ?? ''}
        >
          <span className={styles['dot']} aria-hidden="true" />
          <span className={styles['words']}>
            <span className={styles['title']}>{title}</span>
            <span id={`${groupId}${own}`} className={styles['note']}>
              {note}
            </span>
          </span>
          {badge !== undefined && <Chip>{badge}</Chip>}
        </Radio>
      ))}
    </RadioGroup>
  );
}
