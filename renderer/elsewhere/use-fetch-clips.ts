// Puts clips that only the cloud has into the queue, and says so. Must not draw anything.
import type { StudioInput } from '#shared/contract/studio.ts';
import type { AppError } from '#shared/errors.ts';
import { navigate } from '../app/router.ts';
import { useStudioCommand } from '../engine/queries.ts';
import { formatCount } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { DownloadIcon } from '../ui/icons.ts';
import { useToasts } from '../ui/toast.tsx';

type Ids = NonNullable<StudioInput<'cloud.download'>['ids']>;

export interface FetchClips {
  /** All of them without ids. */
  readonly fetch: (ids?: Ids) => void;
  readonly isBusy: boolean;
  readonly error: AppError | null;
}

export function useFetchClips(): FetchClips {
  const t = useTranslate();
  const toasts = useToasts();
  const { mutate, isPending, error } = useStudioCommand('cloud.download');
  return {
    fetch: (ids) =>
      mutate(
        { ids: ids ?? null },
        {
          onSuccess: ({ count }) =>
            toasts.show({
              text: t('elsewhere:fetching', { count, figure: formatCount(count) }),
              icon: DownloadIcon,
              action: {
                label: t('elsewhere:showQueue'),
                onPress: () => navigate({ screen: 'queue' }),
              },
            }),
        },
      ),
    isBusy: isPending,
    error,
  };
}
