// The user's own Kling key: whether there is one, and the ways to give, change and remove it. The key is never read back.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnKey } from '#shared/contract/shell.ts';
import { queryKey, useStudioQuery } from '../../../engine/queries.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { KeyIcon } from '../../../ui/icons.ts';
import { useToasts } from '../../../ui/toast.tsx';
import { OwnKeyDialog } from './own-key-dialog.tsx';
import { RowButtons } from './row-buttons.tsx';
import type { Row } from '../sections/section.ts';
import { useRowCommand } from '../use-row-command.ts';

export function useOwnKeyRow(): Row {
  const t = useTranslate();
  const own = useStudioQuery('ownKey.get', {}).data;
  const [question, setQuestion] = useState<'give' | 'remove' | null>(null);
  const give = useRowCommand('ownKey.set');
  const remove = useRowCommand('ownKey.remove');
  const settle = useSettled(() => setQuestion(null));
  return {
    id: 'own-key',
    title: t('settings:ownKey'),
    note: own ? noteWords(t, own) : t('settings:ownKeyNone'),
    ...(own?.key && !own.isPersistent && { tone: 'warning' }),
    words: t('settings:ownKeyWords'),
    problem: remove.problem,
    control: (
      <RowButtons>
        {own?.key && (
          <Button
            size="sm"
            variant="ghost"
            aria-label={t('settings:removeKey')}
            onPress={() => setQuestion('remove')}
          >
            {t('settings:remove')}
          </Button>
        )}
        <Button
          size="sm"
          aria-label={t(own?.key ? 'settings:changeKey' : 'settings:addKey')}
          onPress={() => setQuestion('give')}
        >
          {t(own?.key ? 'settings:change' : 'settings:add')}
        </Button>
        {question === 'give' && (
          <OwnKeyDialog
            isPersistent={own?.isPersistent ?? true}
            isBusy={give.isBusy}
            problem={give.problem}
            onClose={() => setQuestion(null)}
            onGive={(key) => give.run(key, (next) => settle(next, t('settings:keyInUse')))}
          />
        )}
        <ConfirmDialog
          isOpen={question === 'remove'}
          onOpenChange={() => setQuestion(null)}
          title={t('settings:removeKeyTitle')}
          description={t('settings:removeKeyText')}
          confirmLabel={t('settings:removeKey')}
          isDestructive
          busy={remove.isBusy}
          onConfirm={() => remove.run({}, (next) => settle(next, t('settings:keyRemoved')))}
        />
      </RowButtons>
    ),
  };
}

/** What is to be done once the key has changed: say so, and look at who makes the clips now. */
function useSettled(close: () => void): (next: OwnKey, words: string) => void {
  const client = useQueryClient();
  const toasts = useToasts();
  const look = useRowCommand('cloud.refresh');
  return (next, words) => {
    client.setQueryData(queryKey('ownKey.get', {}), next);
    look.run({});
    toasts.show({ text: words, icon: KeyIcon });
    close();
  };
}

function noteWords(t: Translate, { key, isPersistent }: OwnKey): string {
  if (!key) return t('settings:ownKeyNone');
  const region = t(`settings:klingRegion.${key.region}`);
  return t(isPersistent ? 'settings:ownKeyKept' : 'settings:ownKeyInMemory', { region });
}
