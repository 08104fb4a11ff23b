// One question of the first run: its number, its words, and either the answer's controls or the folded line.
import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { CheckIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/text-link.tsx';
import styles from './first-run.module.css';

export type StepState = 'done' | 'now' | 'later';

export interface FirstRunStepProps {
  readonly number: number;
  readonly state: StepState;
  readonly title: string;
  /** Under the title while the question is open. */
  readonly text: string;
  /** Under the title once it is answered. */
  readonly doneText: string;
  readonly onChange?: () => void;
  readonly children: ReactNode;
}

export function FirstRunStep(props: FirstRunStepProps) {
  const { number, state, title, text, doneText, onChange, children } = props;
  const t = useTranslate();
  return (
    <section className={classNames(styles['step'], styles[state])} aria-current={state === 'now'}>
      <span className={styles['number']} aria-hidden="true">
        {state === 'done' ? <Icon glyph={CheckIcon} size={14} /> : number}
      </span>
      <div className={styles['answer']}>
        <div className={styles['heading']}>
          <h2 className={styles['question']}>{title}</h2>
          {state === 'done' && onChange && (
            <TextLink onPress={onChange}>{t('firstRun:change')}</TextLink>
          )}
        </div>
        {state !== 'later' && (
          <p className={styles['text']}>{state === 'done' ? doneText : text}</p>
        )}
        {state === 'now' && <div className={styles['controls']}>{children}</div>}
      </div>
    </section>
  );
}
