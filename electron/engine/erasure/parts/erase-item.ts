// One row that is to be erased, and the tables of what people keep by name. Data only.
import type { KeptKind } from '#shared/domain/erase-subject.ts';

export type ItemKind =
  'clip' | 'asset' | 'prompt' | 'cloud-clip' | 'draft' | 'ledger' | 'logs' | 'backups' | KeptKind;

/** One row, or one whole store where the reference is 0. */
export interface EraseItem {
  readonly kind: ItemKind;
  readonly reference: number | string;
}

export const keptTables = {
  'saved-prompts': 'saved_prompt',
  'saved-searches': 'saved_search',
  collections: 'collection',
  requests: 'privacy_request',
} as const satisfies Record<KeptKind, string>;
