// What can be done with a request. The list is read again after each.
import { useQueryClient } from '@tanstack/react-query';
import type { PrivacyRequest } from '#shared/contract/privacy-requests.ts';
import { useStudioCommand } from '../../engine/queries.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';

export function useRequestActions() {
  const t = useTranslate();
  const client = useQueryClient();
  const readAgain = () => void client.invalidateQueries({ queryKey: ['privacyRequests.list'] });
  const mail = useStudioCommand('shell.writeMail');
  const write = useStudioCommand('privacyRequests.write');
  const sent = useStudioCommand('privacyRequests.markSent');
  const answered = useStudioCommand('privacyRequests.markAnswered');
  const removed = useStudioCommand('privacyRequests.remove');
  return {
    problem: write.error ?? answered.error,
    isBusy: write.isPending || answered.isPending,
    write: async (wish: Pick<PrivacyRequest, 'kind' | 'text'>) => {
      const request = await write.mutateAsync(wish);
      readAgain();
      return request;
    },
    openMail: ({ kind, text }: Pick<PrivacyRequest, 'kind' | 'text'>) =>
      mail.mutate({
        subject: t('requests:mailSubject', { kind: t(`requests:kind.${kind}`) }),
        text,
      }),
    markSent: (id: string) => sent.mutate({ id }, { onSettled: readAgain }),
    markAnswered: async (id: string, answer: string) => {
      await answered.mutateAsync({ id, answer });
      readAgain();
    },
    remove: (id: string) => removed.mutate({ id }, { onSettled: readAgain }),
  };
}
