// One to five stars, or none. Arrow keys move; assistive technology hears a radio group.
import { Radio, RadioGroup } from 'react-aria-components';
import { highestRating } from '#shared/domain/clip-change.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { CloseIcon, StarIcon } from './icons.ts';
import styles from './rating.module.css';

export interface RatingProps {
  /** The accessible name. */
  readonly name: string;
  /** 0 without one. */
  readonly value: number;
  readonly onChange: (rating: number) => void;
  readonly nameOf: (stars: number) => string;
  readonly clearLabel: string;
}

const stars = Array.from({ length: highestRating }, (_, index) => index + 1);

export function Rating({ name, value, onChange, nameOf, clearLabel }: RatingProps) {
  return (
    <div className={styles['rating']}>
      <RadioGroup
        aria-label={name}
        orientation="horizontal"
        value={value === 0 ? null : String(value)}
        onChange={(chosen) => onChange(Number(chosen))}
        className={styles['stars'] ?? ''}
      >
        {stars.map((count) => (
          <Radio
            key={count}
            value={String(count)}
            aria-label={nameOf(count)}
            className={classNames(styles['star'], count <= value && styles['on'])}
          >
            <Icon glyph={StarIcon} size={16} isFilled={count <= value} />
          </Radio>
        ))}
      </RadioGroup>
      {value > 0 && (
        <IconButton size="sm" label={clearLabel} glyph={CloseIcon} onPress={() => onChange(0)} />
      )}
    </div>
  );
}

/** As it stands on a card: only the stars that it has. */
export function StarsMark({ count }: { readonly count: number }) {
  return (
    <span aria-hidden="true" className={styles['mark']}>
      {'★'.repeat(count)}
    </span>
  );
}
