// What the user decided about backups, what came of the last one, and when the next is due. The moments are pure.
import { z } from 'zod';
import { type BackupChoice, backupChoiceSchema } from '#shared/contract/backups.ts';
import type { Database } from '../database/database.ts';
import { readSetting, writeSetting } from '../database/settings.ts';
import { libraryLabel } from '../library/library-folder.ts';
import { listBackupFiles } from './backup-folder.ts';

const hourMs = 3_600_000;
/** After a try that did not work. */
export const retryMs = hourMs / 4;

const planSchema = backupChoiceSchema.extend({ folder: z.string().nullable() });
export type BackupPlan = z.infer<typeof planSchema>;

const pastSchema = z.object({
  lastAtMs: z.number().nullable(),
  triedAtMs: z.number().nullable(),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type BackupPast = z.infer<typeof pastSchema>;

const defaultChoice: BackupChoice = { isOn: false, everyHours: 24, keep: 5, includeMedia: true };

export const readPlan = (db: Database): BackupPlan =>
  readSetting(db, 'backup_plan', planSchema) ?? { ...defaultChoice, folder: null };
export const writePlan = (db: Database, plan: BackupPlan): void =>
  writeSetting(db, 'backup_plan', plan);

export const readPast = (db: Database): BackupPast =>
  readSetting(db, 'backup_past', pastSchema) ?? { lastAtMs: null, triedAtMs: null, problem: null };
export const writePast = (db: Database, past: BackupPast): void =>
  writeSetting(db, 'backup_past', past);

/** `null` when none is due at all. A clock that was set back does not put it off for ever. */
export function nextBackupMs(plan: BackupPlan, past: BackupPast, nowMs: number): number | null {
  if (!plan.isOn || plan.folder === null) return null;
  const everyMs = plan.everyHours * hourMs;
  if (past.problem && past.triedAtMs !== null && past.triedAtMs <= nowMs) {
    return past.triedAtMs + Math.min(retryMs, everyMs);
  }
  if (past.lastAtMs === null || past.lastAtMs > nowMs) return nowMs;
  return past.lastAtMs + everyMs;
}

export interface KeptBackups {
  /** Of the folder that was chosen, as it is called elsewhere. */
  readonly label: string;
  readonly count: number;
}

/** `null` without a folder. */
export function keptBackups(db: Database): KeptBackups | null {
  const { folder } = readPlan(db);
  if (folder === null) return null;
  return { label: libraryLabel(folder), count: listBackupFiles(folder).length };
}
