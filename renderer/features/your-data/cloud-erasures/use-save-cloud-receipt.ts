// Saves the cloud's receipt, from the dialog to the sentence that says where it is.
import { toAppError } from '#shared/errors.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { call } from '../../../engine/studio.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { CheckIcon, ProblemIcon } from '../../../ui/icons.ts';
import { useToasts } from '../../../ui/toast.tsx';

export function useSaveCloudReceipt(): (id: string, requestedAt: string) => void {
  const t = useTranslate();
  const toasts = useToasts();
  const save = async (id: string, requestedAt: string) => {
    const suggestedName = `Kling 5 Studio cloud receipt ${requestedAt.slice(0, 10)}.json`;
    const { grantId } = await call('dialogs.saveExport', { suggestedName, type: 'json' });
    if (grantId === null) return;
    const { fileName } = await call('erasures.saveReceipt', { id, grantId });
    toasts.show({ text: t('erasures:saved', { name: fileName }), icon: CheckIcon });
  };
  return (id, requestedAt) =>
    void save(id, requestedAt).catch((thrown: unknown) =>
      toasts.show({ text: errorWords(t, toAppError(thrown)), icon: ProblemIcon }),
    );
}
