// Writes a request: what it is about, its words, and then either the mail program or a draft. Nothing is lost when there is no network.
import { type FormEvent, useId, useState } from 'react';
import {
  longestRequest,
  type PrivacyRequestKind,
  privacyRequestKinds,
} from '#shared/domain/privacy-request.ts';
import { errorWords } from '../../engine/error-words.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './account-screen.module.css';
import { useRequestActions } from './use-request-actions.ts';

export function RequestDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate();
  const formId = useId();
  const actions = useRequestActions();
  const wish = useWish();
  const keep = async (isMail: boolean) => {
    await actions.write(wish.value);
    if (isMail) actions.openMail(wish.value);
    onClose();
  };
  const ignore = () => undefined; // its problem is shown
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep(true).catch(ignore);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('requests:dialogTitle')}
      description={t('requests:dialogText')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button isDisabled={wish.isEmpty} onPress={() => void keep(false).catch(ignore)}>
            {t('requests:keep')}
          </Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            isDisabled={wish.isEmpty}
            busy={actions.isBusy}
          >
            {t('requests:openMail')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={submit}>
        <Select
          label={t('requests:kindLabel')}
          options={privacyRequestKinds.map((kind) => ({
            value: kind,
            label: t(`requests:kind.${kind}`),
          }))}
          value={wish.value.kind}
          onChange={wish.choose}
        />
        <TextArea
          label={t('requests:textLabel')}
          value={wish.value.text}
          onChange={wish.say}
          maxLength={longestRequest}
          problem={actions.problem && errorWords(t, actions.problem)}
        />
      </form>
    </Dialog>
  );
}

/** The words begin as the kind suggests, until the user has changed them. */
function useWish() {
  const t = useTranslate();
  const [kind, setKind] = useState<PrivacyRequestKind>('access');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? t(`requests:template.${kind}`);
  return {
    value: { kind, text },
    isEmpty: text.trim() === '',
    choose: setKind,
    say: setTyped,
  };
}
