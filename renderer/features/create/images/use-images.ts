// Images on their way into the draft: from a dialog, from files, from the clipboard. What cannot be taken says why.
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DraftImage } from '#shared/contract/draft.ts';
import type { Asset } from '#shared/contract/generation.ts';
import type { GrantId } from '#shared/domain/ids.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import type { ImageRole } from '#shared/gateway/generation.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { queryKey } from '../../../engine/queries.ts';
import { call, grantFile } from '../../../engine/studio.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { imageProblem } from './image-problem.ts';
import type { Composer } from '../composer/use-composer.ts';

export interface ImageState {
  /** Being read now, by role. */
  readonly arriving: ImageRole | null;
  /** Why the last one was not taken, and for which place it was meant. */
  readonly refused: { readonly role: ImageRole; readonly text: string } | null;
  readonly choose: (role: ImageRole) => void;
  readonly addFiles: (files: readonly File[], roles: readonly ImageRole[]) => void;
  readonly dismiss: () => void;
}

export function useImages({ change }: Pick<Composer, 'change'>): ImageState {
  const t = useTranslate();
  const client = useQueryClient();
  const [arriving, setArriving] = useState<ImageRole | null>(null);
  const [refused, setRefused] = useState<ImageState['refused']>(null);

  const add = async (role: ImageRole, grant: () => Promise<GrantId | null>) => {
    setArriving(role);
    try {
      const grantId = await grant();
      if (grantId === null) return;
      const asset = await call('assets.import', { grantId });
      client.setQueryData(queryKey('assets.get', { id: asset.id }), asset);
      for (const name of ['assets.list', 'library.counts', 'data.overview']) {
        void client.invalidateQueries({ queryKey: [name] });
      }
      change({ type: 'image-added', role, assetId: asset.id });
    } catch (thrown) {
      setRefused({ role, text: errorWords(t, toAppError(thrown)) });
    } finally {
      setArriving(null);
    }
  };
  return {
    arriving,
    refused,
    choose: (role) => {
      setRefused(null);
      void add(role, chooseImage);
    },
    addFiles: (files, roles) => {
      setRefused(null);
      void (async () => {
        for (const [index, role] of roles.entries()) {
          const file = files[index];
          if (file) await add(role, () => grantAny(file, t('create:clipboardEmpty')));
        }
      })();
    },
    dismiss: () => setRefused(null),
  };
}

async function chooseImage(): Promise<GrantId | null> {
  const { grants } = await call('dialogs.chooseImages', { multiple: false });
  return grants[0]?.grantId ?? null;
}

/** What was pasted as a picture is no file on disk: the shell reads it from the clipboard itself. */
async function grantAny(file: File, nothingThere: string): Promise<GrantId> {
  const granted = await grantFile(file);
  if (granted !== null) return granted as GrantId;
  const { grantId } = await call('clipboard.grantImage', {});
  if (grantId === null) throw new AppError('asset-unreadable', nothingThere);
  return grantId;
}

export interface ImageFacts {
  readonly assets: ReadonlyMap<string, Asset>;
  /** The sentence for each image that cannot go along. */
  readonly problems: ReadonlyMap<string, string>;
  readonly totalBytes: number;
}

/** What is known of the images of the draft. */
export function useImageFacts({ composition }: Pick<Composer, 'composition'>): ImageFacts {
  const t = useTranslate();
  const images: readonly DraftImage[] = composition?.images ?? [];
  const results = useQueries({
    queries: images.map(({ assetId: id }) => ({
      queryKey: queryKey('assets.get', { id }),
      queryFn: () => call('assets.get', { id }),
      retry: false,
    })),
  });
  const assets = new Map<string, Asset>();
  const problems = new Map<string, string>();
  for (const [index, { assetId }] of images.entries()) {
    const result = results[index];
    if (result?.isError) problems.set(assetId, t('create:imageGone'));
    if (!result?.data || !composition?.imageRules) continue;
    assets.set(assetId, result.data);
    const text = imageProblem(t, composition.model, composition.imageRules, result.data);
    if (text !== null) problems.set(assetId, text);
  }
  const totalBytes = [...assets.values()].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return { assets, problems, totalBytes };
}
