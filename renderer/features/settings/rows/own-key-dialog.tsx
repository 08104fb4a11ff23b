// Asks for the user's own Kling key and says what follows from giving it. Holds the key only while it is typed.
import { type FormEvent, useId, useState } from 'react';
import { klingKeyPattern, klingRegions, type KlingRegionId } from '#shared/domain/kling-key.ts';
import type { StudioInput } from '#shared/contract/studio.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './own-key.module.css';

export interface OwnKeyDialogProps {
  readonly isPersistent: boolean;
  readonly isBusy: boolean;
  readonly problem: string | undefined;
  readonly onClose: () => void;
  readonly onGive: (key: StudioInput<'ownKey.set'>) => void;
}

type Scheme = 'api-key' | 'access-key';

export function OwnKeyDialog(props: OwnKeyDialogProps) {
  const { isPersistent, isBusy, problem, onClose, onGive } = props;
  const t = useTranslate();
  const formId = useId();
  const [scheme, setScheme] = useState<Scheme>('api-key');
  const [region, setRegion] = useState<KlingRegionId>('global');
  const key = useTypedKey();
  const secret = useTypedKey();
  const isPair = scheme === 'access-key';
  const give = (event: FormEvent) => {
    event.preventDefault();
    const areWhole = [key.check(), isPair ? secret.check() : true].every(Boolean);
    if (!areWhole || isBusy) return;
    onGive({ key: key.value, region, ...(isPair && { secret: secret.value }) });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen && !isBusy) onClose();
      }}
      title={t('settings:giveKeyTitle')}
      description={t('settings:giveKeyText')}
      footNote={t(isPersistent ? 'settings:giveKeyKept' : 'settings:giveKeyInMemory')}
      actions={
        <>
          <Button isDisabled={isBusy} onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId} busy={isBusy}>
            {t('settings:useKey')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={give}>
        <SegmentedControl
          label={t('settings:keyScheme')}
          isWide
          segments={[
            { value: 'api-key', label: t('settings:apiKey') },
            { value: 'access-key', label: t('settings:accessKey') },
          ]}
          value={scheme}
          onChange={setScheme}
        />
        <TextField
          autoFocus
          type="password"
          label={t(isPair ? 'settings:accessKeyField' : 'settings:apiKeyField')}
          hint={t('settings:keyHint')}
          autoComplete="off"
          {...key.field}
        />
        {isPair && (
          <TextField
            type="password"
            label={t('settings:secretField')}
            autoComplete="off"
            {...secret.field}
          />
        )}
        <Select
          label={t('settings:keyRegion')}
          options={klingRegions.map((id) => ({
            value: id,
            label: t(`settings:klingRegion.${id}`),
          }))}
          value={region}
          onChange={setRegion}
        />
        {problem !== undefined && (
          <Note icon={ProblemIcon} tone="danger" isAlert>
            {problem}
          </Note>
        )}
      </form>
    </Dialog>
  );
}

/** One key under the fingers. White space at its ends comes from copying and is not part of it. */
function useTypedKey() {
  const t = useTranslate();
  const [typed, setTyped] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const value = typed.trim();
  return {
    value,
    check: () => {
      const isWhole = klingKeyPattern.test(value);
      setIsRefused(!isWhole);
      return isWhole;
    },
    field: {
      value: typed,
      problem: isRefused ? t('settings:keyRefused') : null,
      onChange: (next: string) => {
        setTyped(next);
        setIsRefused(false);
      },
    },
  };
}
