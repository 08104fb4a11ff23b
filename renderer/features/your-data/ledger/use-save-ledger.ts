// Saves the requests that are found, from the dialog to the sentence that says where they are.
import { useMutation } from '@tanstack/react-query';
import type { LedgerFilter } from '#shared/contract/data.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../../engine/studio.ts';

export interface SavedLedger {
  readonly count: number;
  readonly fileName: string;
}

export function useSaveLedger(filter: LedgerFilter) {
  return useMutation<SavedLedger | null, AppError, 'csv' | 'json'>({
    mutationFn: async (format) => {
      const suggestedName = `Kling 5 Studio network ledger ${new Date().toISOString().slice(0, 10)}.${format}`;
      const { grantId, fileName } = await call('dialogs.saveExport', {
        suggestedName,
        type: format,
      });
      if (grantId === null) return null;
      const { count } = await call('data.saveRequests', { grantId, format, filter });
      return { count, fileName };
    },
  });
}
