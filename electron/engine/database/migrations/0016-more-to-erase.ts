// An order to erase may name what people keep: prompts, searches, collections, requests. Only what a CHECK allows changes. Frozen once
// released.
import type { WidenedCheck } from './migration.ts';

const known = `'clip', 'asset', 'prompt', 'cloud-clip', 'draft', 'ledger', 'logs', 'backups'`;

export const moreToErase: readonly WidenedCheck[] = [
  {
    table: 'erasing_item',
    before: `check (kind in (${known}))`,
    after: `check (kind in (${known}, 'saved-prompts', 'saved-searches', 'collections', 'requests'))`,
  },
];
