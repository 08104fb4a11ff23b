// Saves one receipt, from the dialog to the sentence that says where it is.
import { toAppError } from '#shared/errors.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { call } from '../../../engine/studio.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { CheckIcon, ProblemIcon } from '../../../ui/icons.ts';
import { useToasts } from '../../../ui/toast.tsx';

export function useSaveReceipt(): (id: string, orderedAt: string) => void {
  const t = useTranslate();
  const toasts = useToasts();
  const save = async (id: string, orderedAt: string) => {
    const suggestedName = `Kling 5 Studio erase receipt ${orderedAt.slice(0, 10)}.json`;
    const { grantId, fileName } = await call('dialogs.saveExport', { suggestedName, type: 'json' });
    if (grantId === null) return;
    await call('erase.saveReceipt', { id, grantId });
    toasts.show({ text: t('erase:receiptSaved', { name: fileName }), icon: CheckIcon });
  };
  return (id, orderedAt) =>
    void save(id, orderedAt).catch((thrown: unknown) =>
      toasts.show({ text: errorWords(t, toAppError(thrown)), icon: ProblemIcon }),
    );
}
