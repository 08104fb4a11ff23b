// Importing images: from the dialog or from files that were dropped. Each one that cannot be taken says why.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AppError, toAppError } from '#shared/errors.ts';
import type { GrantId } from '#shared/domain/ids.ts';
import { call, grantFile } from '../../engine/studio.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { CheckIcon } from '../../ui/icons.ts';
import { useToasts } from '../../ui/toast.tsx';

export interface ImportProblem {
  /** Empty when it is not about one file. */
  readonly name: string;
  readonly error: AppError;
}

export interface AssetImport {
  readonly running: number;
  readonly problems: readonly ImportProblem[];
  readonly choose: () => void;
  readonly addFiles: (files: readonly File[]) => void;
  /** The picture in the clipboard. */
  readonly paste: () => void;
}

interface Granted {
  readonly name: string;
  readonly grantId: GrantId;
}

export function useAssetImport(): AssetImport {
  const t = useTranslate();
  const toasts = useToasts();
  const client = useQueryClient();
  const [running, setRunning] = useState(0);
  const [problems, setProblems] = useState<readonly ImportProblem[]>([]);

  const importAll = async (granted: readonly Granted[]) => {
    setRunning(granted.length);
    const failed: ImportProblem[] = [];
    for (const { name, grantId } of granted) {
      try {
        await call('assets.import', { grantId });
      } catch (thrown) {
        failed.push({ name, error: toAppError(thrown) });
      }
      setRunning((before) => Math.max(0, before - 1));
    }
    setProblems(failed);
    const done = granted.length - failed.length;
    if (done > 0) toasts.show({ text: t('assets:imported', { count: done }), icon: CheckIcon });
    for (const name of ['assets.find', 'assets.list', 'library.counts', 'data.overview']) {
      void client.invalidateQueries({ queryKey: [name] });
    }
  };
  const run = (granted: Promise<readonly Granted[]>) => {
    setProblems([]);
    granted.then(importAll).catch((thrown: unknown) => {
      setRunning(0);
      setProblems([{ name: '', error: toAppError(thrown) }]);
    });
  };
  return {
    running,
    problems,
    choose: () => run(chooseImages()),
    addFiles: (files) => run(grantAll(files)),
    paste: () => run(grantPasted(t('create:clipboardEmpty'))),
  };
}

async function chooseImages(): Promise<readonly Granted[]> {
  const { grants } = await call('dialogs.chooseImages', { multiple: true });
  return grants.map(({ grantId, fileName }) => ({ name: fileName, grantId }));
}

async function grantPasted(nothingThere: string): Promise<readonly Granted[]> {
  const { grantId } = await call('clipboard.grantImage', {});
  if (grantId === null) throw new AppError('asset-unreadable', nothingThere);
  return [{ name: '', grantId }];
}

async function grantAll(files: readonly File[]): Promise<readonly Granted[]> {
  const granted: Granted[] = [];
  for (const file of files) {
    const grantId = await grantFile(file);
    if (grantId !== null) granted.push({ name: file.name, grantId: grantId as GrantId });
  }
  return granted;
}
