// Takes down what was answered to a request.
import { type FormEvent, useId, useState } from 'react';
import type { PrivacyRequest } from '#shared/contract/privacy-requests.ts';
import { longestRequest } from '#shared/domain/privacy-request.ts';
import { errorWords } from '../../engine/error-words.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useRequestActions } from './use-request-actions.ts';

export interface AnswerDialogProps {
  readonly request: PrivacyRequest;
  readonly onClose: () => void;
}

export function AnswerDialog({ request, onClose }: AnswerDialogProps) {
  const t = useTranslate();
  const formId = useId();
  const actions = useRequestActions();
  const [answer, setAnswer] = useState(request.answer);
  const save = (event: FormEvent) => {
    event.preventDefault();
    actions.markAnswered(request.id, answer).then(onClose, () => undefined); // its problem is shown
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('requests:answerTitle')}
      description={t('requests:answerText')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} busy={actions.isBusy}>
            {t('requests:save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save}>
        <TextArea
          autoFocus
          label={t('requests:answerLabel')}
          value={answer}
          onChange={setAnswer}
          maxLength={longestRequest}
          problem={actions.problem && errorWords(t, actions.problem)}
        />
      </form>
    </Dialog>
  );
}
