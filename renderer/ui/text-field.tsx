// One line of text with its label above, and one sentence under it when the value does not fit.
// Never uses the placeholder as the label.
import {
  FieldError,
  Group,
  Input,
  Label,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Text,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

export interface TextFieldProps extends Omit<
  AriaTextFieldProps,
  'children' | 'className' | 'style' | 'isInvalid'
> {
  /** Seen above the field. Use `aria-label` instead where the place already says it. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly size?: 'sm' | 'md';
  /** Muted, always there. */
  readonly hint?: string | undefined;
  /** One sentence with the allowed values; makes the field invalid. */
  readonly problem?: string | null | undefined;
  readonly className?: string | undefined;
}

export function TextField(props: TextFieldProps) {
  const { label, placeholder, size = 'md', hint, problem, className, ...rest } = props;
  const isInvalid = problem !== null && problem !== undefined;
  return (
    <AriaTextField
      {...rest}
      isInvalid={isInvalid}
      className={classNames(styles['field'], styles[size], className)}
    >
      {label !== undefined && <Label className={styles['label-row']}>{label}</Label>}
      <Group isInvalid={isInvalid} className={styles['box'] ?? ''}>
        <Input
          dir="auto"
          className={styles['input'] ?? ''}
          {...(placeholder !== undefined && { placeholder })}
        />
      </Group>
      {hint !== undefined && !isInvalid && (
        <Text slot="description" className={styles['hint']}>
          {hint}
        </Text>
      )}
      <FieldError className={styles['problem'] ?? ''}>{problem}</FieldError>
    </AriaTextField>
  );
}
