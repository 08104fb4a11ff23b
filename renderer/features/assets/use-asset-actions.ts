// What can be done with one image: another name, another image in its place, erasing it.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeptAsset } from '#shared/contract/assets.ts';
import { type AppError, toAppError } from '#shared/errors.ts';
import { call } from '../../engine/studio.ts';
import { formatBytes } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { CheckIcon } from '../../ui/icons.ts';
import { useToasts } from '../../ui/toast.tsx';

export interface AssetActions {
  readonly isBusy: boolean;
  readonly error: AppError | null;
  readonly rename: (name: string) => void;
  readonly replace: () => void;
  readonly takeBack: () => void;
  readonly erase: () => void;
}

const ofAssets = ['assets.find', 'assets.kept', 'assets.list', 'library.counts', 'data.overview'];

export function useAssetActions(
  asset: KeptAsset,
  onGo: (id: KeptAsset['id'] | null) => void,
): AssetActions {
  const t = useTranslate();
  const toasts = useToasts();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const { id } = asset;
  const run = (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    work()
      .then(() =>
        Promise.all(ofAssets.map((name) => client.invalidateQueries({ queryKey: [name] }))),
      )
      .catch((thrown: unknown) => setError(toAppError(thrown)))
      .finally(() => setBusy(false));
  };
  const say = (text: string) => toasts.show({ text, icon: CheckIcon });
  return {
    isBusy,
    error,
    rename: (name) => run(async () => void (await call('assets.rename', { id, name }))),
    replace: () =>
      run(async () => {
        const { grants } = await call('dialogs.chooseImages', { multiple: false });
        const [grant] = grants;
        if (!grant) return;
        const other = await call('assets.import', { grantId: grant.grantId });
        if (other.id === id) return;
        await call('assets.replace', { id, by: other.id });
        say(t('assets:replacedToast', { name: other.originalName }));
      }),
    takeBack: () => run(async () => void (await call('assets.replace', { id, by: null }))),
    erase: () =>
      run(async () => {
        const { bytes } = await call('assets.erase', { ids: [id] });
        // a list that is not on the screen would show it once more before it is read again
        client.removeQueries({ queryKey: ['assets.find'], type: 'inactive' });
        onGo(null);
        client.removeQueries({ queryKey: ['assets.kept'], type: 'inactive' });
        say(t('assets:erasedToast', { name: asset.originalName, bytes: formatBytes(bytes) }));
      }),
  };
}
