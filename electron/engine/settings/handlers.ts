// Answers the contract's calls about what is remembered of the user: settings, the draft, and that they are old enough.
import { draftSchema } from '#shared/contract/draft.ts';
import type { EngineHandlers } from '#shared/contract/engine.ts';
import { readSetting, writeSetting } from '../database/settings.ts';
import type { EngineContext } from '../engine-context.ts';
import { confirmAge, readProfile } from '../privacy/profile.ts';

export function createSettingsHandlers({
  db,
  clock,
  settings,
}: Pick<EngineContext, 'db' | 'clock' | 'settings'>) {
  return {
    'settings.get': () => settings.now,
    'settings.change': (change) => {
      settings.change(change);
      return settings.now;
    },
    'profile.get': () => readProfile(db),
    'profile.confirmAge': () => confirmAge(db, clock),
    'drafts.get': () => ({ draft: readSetting(db, 'draft', draftSchema) }),
    'drafts.set': ({ draft }) => {
      writeSetting(db, 'draft', draft);
      return {};
    },
  } satisfies Partial<EngineHandlers>;
}
