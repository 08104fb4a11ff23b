// The question before something is erased: how many, how much, where, and the whole plan on demand. For a period or a kind of data
// the plan is open from the start, under what it is chosen by. The focus starts on Cancel.
import { useState } from 'react';
import type { ErasePlace } from '#shared/domain/erase-subject.ts';
import { errorWords } from '../engine/error-words.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CloudIcon, DeviceIcon, ProblemIcon } from '../ui/icons.ts';
import { Note } from '../ui/note.tsx';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import {
  type AskedSubject,
  changePlace,
  changeSubject,
  closeQuestion,
  confirmErase,
  type EraseQuestion as Asked,
  isNothing,
} from './erase-flow.ts';
import styles from './erase-question.module.css';
import { KindForm } from './kind-form.tsx';
import { PlanGroups } from './plan-groups.tsx';
import { confirmWords, sentences, titleWords } from './plan-words.ts';
import { RangeForm } from './range-form.tsx';

export function EraseQuestion({ asked }: { readonly asked: Asked }) {
  const { subject, plan, error, isCounting, isStarting } = asked;
  const t = useTranslate();
  const isChosenHere = subject.type === 'matching' || subject.type === 'kind';
  const [isOpen, setOpen] = useState(false);
  const hasPlan = isChosenHere || subject.type === 'cloud-copies' || isOpen;
  const canErase = plan !== null && !isNothing(plan) && !isCounting;
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => {
        if (!open && !isStarting) closeQuestion();
      }}
      isEscapeDisabled={isStarting}
      role="alertdialog"
      size={hasPlan ? 'lg' : 'md'}
      title={titleWords(t, subject, plan)}
      description={plan ? sentences(t, subject, plan) : t('erase:counting')}
      {...(hasChoice(asked) && { beforeFoot: <Where asked={asked} /> })}
      footNote={
        hasPlan ? (
          t('erase:survives')
        ) : (
          <Button
            variant="ghost"
            size="sm"
            isDisabled={plan === null}
            onPress={() => setOpen(true)}
          >
            {t('erase:showPlan')}
          </Button>
        )
      }
      actions={
        <>
          <Button autoFocus isDisabled={isStarting} onPress={closeQuestion}>
            {t('cancel')}
          </Button>
          <Button variant="danger" isDisabled={!canErase} busy={isStarting} onPress={confirmErase}>
            {confirmWords(t, plan)}
          </Button>
        </>
      }
    >
      {error && (
        <div className={styles['part']}>
          <Note icon={ProblemIcon} tone="danger" isAlert>
            {errorWords(t, error)}
          </Note>
        </div>
      )}
      <Form subject={subject} isDisabled={isStarting} />
      {hasPlan && (plan ? <PlanGroups plan={plan} /> : error === null && <Counting />)}
    </Dialog>
  );
}

interface FormProps {
  readonly subject: AskedSubject;
  readonly isDisabled: boolean;
}

function Form({ subject, isDisabled }: FormProps) {
  if (subject.type === 'matching') {
    return (
      <RangeForm
        filter={subject.filter}
        isDisabled={isDisabled}
        onChange={(filter) => changeSubject({ type: 'matching', filter })}
      />
    );
  }
  if (subject.type === 'kind') {
    return (
      <KindForm
        kind={subject.kind}
        isDisabled={isDisabled}
        onChange={(kind) => changeSubject({ type: 'kind', kind })}
      />
    );
  }
  return null;
}

/** Only where there is something in both places. */
function hasChoice({ subject, where, plan }: Asked): boolean {
  const isOfClips = subject.type !== 'kind' && subject.type !== 'cloud-copies';
  return isOfClips && plan !== null && (plan.inCloudCount > 0 || where !== 'both');
}

function Where({ asked: { where, isStarting } }: { readonly asked: Asked }) {
  const t = useTranslate();
  return (
    <div className={styles['where']}>
      <span aria-hidden="true">{t('erase:where')}</span>
      <SegmentedControl<ErasePlace>
        label={t('erase:where')}
        isLabelHidden
        size="sm"
        isDisabled={isStarting}
        segments={[
          { value: 'both', label: t('erase:places.both') },
          { value: 'here', label: t('erase:places.here'), icon: DeviceIcon },
          { value: 'cloud', label: t('erase:places.cloud'), icon: CloudIcon },
        ]}
        value={where}
        onChange={changePlace}
      />
    </div>
  );
}

function Counting() {
  return (
    <div aria-hidden="true" className={styles['counting']}>
      {[0, 1, 2, 3, 4, 5].map((line) => (
        <Skeleton key={line} height="16px" />
      ))}
    </div>
  );
}
