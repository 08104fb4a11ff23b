// A button that is only an icon: 28 px, 24 in rows. It always has a name, and the name is its tooltip.
import type { Ref } from 'react';
import { Button, type ButtonProps, ToggleButton } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './icon-button.module.css';
import { Icon, type IconGlyph } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';

type Press = Pick<ButtonProps, 'onPress' | 'isDisabled' | 'autoFocus'>;

export interface IconButtonProps extends Press {
  /** The accessible name and the tooltip. */
  readonly label: string;
  readonly glyph: IconGlyph;
  /** Shown in the tooltip. */
  readonly shortcut?: string | undefined;
  readonly size?: 'sm' | 'md';
  /** `media` has a dark plate, for use on a poster; `round` is the large Play. */
  readonly look?: 'plain' | 'media' | 'round';
  /** When given, the button is a toggle and tells whether it is pressed. */
  readonly isOn?: boolean;
  /** A filled drawing, for the star of a favourite and for Play. */
  readonly isFilled?: boolean;
  readonly tooltipPlacement?: 'top' | 'bottom' | 'left' | 'right';
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton(props: IconButtonProps) {
  const {
    label,
    glyph,
    shortcut,
    size = 'md',
    look = 'plain',
    isFilled = false,
    ...others
  } = props;
  const { isOn, tooltipPlacement = 'bottom', className, ...press } = others;
  const shared = {
    ...press,
    'aria-label': label,
    className: classNames(styles['button'], styles[size], styles[look], className),
    children: <Icon glyph={glyph} size={size === 'sm' ? 14 : 16} isFilled={isFilled} />,
  };
  return (
    <Tooltip text={label} shortcut={shortcut} placement={tooltipPlacement}>
      {isOn === undefined ? <Button {...shared} /> : <ToggleButton {...shared} isSelected={isOn} />}
    </Tooltip>
  );
}
