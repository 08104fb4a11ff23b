// Several lines of text with a name, and one sentence under them. Grows with what is typed, up to its limit, then scrolls.
import {
  FieldError,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import field from './field.module.css';
import styles from './text-area.module.css';

export interface TextAreaProps extends Omit<
  AriaTextFieldProps,
  'children' | 'className' | 'style' | 'isInvalid' | 'aria-label'
> {
  /** The accessible name; the place says it to the eye. */
  readonly label: string;
  /** Muted, always there. */
  readonly hint?: string | undefined;
  /** One sentence; makes the field invalid. */
  readonly problem?: string | null | undefined;
}

export function TextArea({ label, hint, problem, ...rest }: TextAreaProps) {
  const isInvalid = problem !== null && problem !== undefined;
  return (
    <AriaTextField
      {...rest}
      aria-label={label}
      isInvalid={isInvalid}
      className={field['field'] ?? ''}
    >
      <AriaTextArea dir="auto" className={styles['text'] ?? ''} spellCheck />
      {hint !== undefined && !isInvalid && (
        <Text slot="description" className={field['hint']}>
          {hint}
        </Text>
      )}
      <FieldError className={field['problem'] ?? ''}>{problem}</FieldError>
    </AriaTextField>
  );
}
