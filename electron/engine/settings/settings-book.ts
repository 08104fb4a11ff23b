// The user's settings of the engine: read once, kept in the library, told to whoever works by them.
import { z } from 'zod';
import { studioSettingsSchema } from '#shared/contract/settings.ts';
import { defaultStudioSettings, type StudioSettings } from '#shared/domain/studio-settings.ts';
import type { Database } from '../database/database.ts';
import { readSetting, writeSetting } from '../database/settings.ts';

export interface SettingsBook {
  readonly now: StudioSettings;
  onChange(listener: (settings: StudioSettings) => void): void;
  change(change: { readonly [K in keyof StudioSettings]?: StudioSettings[K] | undefined }): void;
}

/** What was written by another version, or by hand, holds as far as it can be understood. */
const keptSchema = z.object({
  downloadsAtOnce: studioSettingsSchema.shape.downloadsAtOnce.catch(
    defaultStudioSettings.downloadsAtOnce,
  ),
  bytesPerSecond: studioSettingsSchema.shape.bytesPerSecond.catch(
    defaultStudioSettings.bytesPerSecond,
  ),
  ledgerDays: studioSettingsSchema.shape.ledgerDays.catch(defaultStudioSettings.ledgerDays),
  fetchElsewhere: studioSettingsSchema.shape.fetchElsewhere.catch(
    defaultStudioSettings.fetchElsewhere,
  ),
  // what cannot be understood erases nothing
  trashDays: studioSettingsSchema.shape.trashDays.catch(null),
  cleanUp: studioSettingsSchema.shape.cleanUp.catch(null),
  keepOnlyHere: studioSettingsSchema.shape.keepOnlyHere.catch(defaultStudioSettings.keepOnlyHere),
});

export function createSettingsBook(db: Database): SettingsBook {
  const listeners: ((settings: StudioSettings) => void)[] = [];
  let now: StudioSettings = readSetting(db, 'studio', keptSchema) ?? defaultStudioSettings;
  return {
    get now() {
      return now;
    },
    onChange: (listener) => void listeners.push(listener),
    change: (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      now = { ...now, ...Object.fromEntries(given) };
      writeSetting(db, 'studio', now);
      for (const listener of listeners) listener(now);
    },
  };
}
