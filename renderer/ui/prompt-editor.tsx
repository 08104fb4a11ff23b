// The prompt: a text box that grows from 5 to 14 lines, counts its characters and takes an image dropped or pasted anywhere
// on it. Must not decide what a prompt may say.
import { type ReactNode, type Ref, useRef } from 'react';
import { FieldError, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslate } from '../i18n/translate-context.tsx';
import { formatCount } from '../i18n/format.ts';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import { useFileDrop } from './file-drop.ts';
import styles from './prompt-editor.module.css';

export interface TextMark {
  readonly start: number;
  readonly end: number;
}

export interface PromptEditorProps {
  /** "Prompt": seen above the box and its accessible name. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  readonly placeholder?: string;
  /** At the right of the label, such as a link to the prompt library. */
  readonly labelEnd?: ReactNode;
  /** At the left under the box, beside the counter. */
  readonly note?: ReactNode;
  /** One sentence; makes the field invalid. */
  readonly problem?: string | null | undefined;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  /** Images that were dropped on the box or pasted into it. */
  readonly onFiles?: (files: File[]) => void;
  /** Shown over the box while files are dragged over it. */
  readonly dropHint?: string;
  readonly textAreaRef?: Ref<HTMLTextAreaElement>;
  /** Parts of the text that stand for something else, such as variables; drawn as chips behind their words. */
  readonly marks?: readonly TextMark[];
  readonly className?: string | undefined;
}

export function PromptEditor(props: PromptEditorProps) {
  const { label, labelEnd, note, value, onChange, maxLength, problem, onFiles, dropHint } = props;
  const { placeholder, isDisabled = false, autoFocus = false, textAreaRef, className } = props;
  const { marks = [] } = props;
  const backdrop = useRef<HTMLDivElement>(null);
  const { isOver, dropProps, pasteProps } = useFileDrop({ isDisabled, onFiles });
  const isInvalid = (problem !== null && problem !== undefined) || value.length > maxLength;
  return (
    <TextField
      value={value}
      onChange={onChange}
      isInvalid={isInvalid}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      className={classNames(field['field'], className)}
    >
      <div className={field['label-row']}>
        <Label className={field['label-strong']}>{label}</Label>
        {labelEnd !== undefined && <span className={field['label-end']}>{labelEnd}</span>}
      </div>
      <div {...dropProps} className={classNames(styles['area'], isOver && styles['over'])}>
        <Backdrop ref={backdrop} text={value} marks={marks} />
        <TextArea
          onScroll={({ currentTarget }) => {
            if (backdrop.current) backdrop.current.scrollTop = currentTarget.scrollTop;
          }}
          {...pasteProps}
          {...(textAreaRef && { ref: textAreaRef })}
          {...(placeholder !== undefined && { placeholder })}
          dir="auto"
          className={styles['text'] ?? ''}
          spellCheck
        />
        {isOver && dropHint !== undefined && (
          <p className={styles['drop']} aria-hidden="true">
            {dropHint}
          </p>
        )}
      </div>
      <div className={styles['under']}>
        {note}
        <Counter length={value.length} maxLength={maxLength} />
      </div>
      <FieldError className={field['problem'] ?? ''}>{problem}</FieldError>
    </TextField>
  );
}

/** The same text behind the box, seen only where it is marked. It has to break its lines exactly as the box does. */
function Backdrop({
  ref,
  text,
  marks,
}: {
  readonly ref: Ref<HTMLDivElement>;
  readonly text: string;
  readonly marks: readonly TextMark[];
}) {
  const parts = marks.flatMap(({ start, end }, index) => [
    text.slice(marks[index - 1]?.end ?? 0, start),
    <mark key={`${start}-${end}`} className={styles['mark']}>
      {text.slice(start, end)}
    </mark>,
  ]);
  return (
    <div ref={ref} aria-hidden="true" dir="auto" className={styles['backdrop']}>
      {parts}
      {text.slice(marks.at(-1)?.end ?? 0)}
      {'\n'}
    </div>
  );
}

function Counter({ length, maxLength }: { readonly length: number; readonly maxLength: number }) {
  const t = useTranslate();
  const look = length > maxLength ? 'too-long' : length >= maxLength * 0.9 ? 'nearly' : 'counter';
  return (
    <span className={classNames(styles['counter'], styles[look])}>
      {t('ofMaximum', { used: formatCount(length), maximum: formatCount(maxLength) })}
    </span>
  );
}
