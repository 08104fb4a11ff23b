// What the user agreed to, when. Rows are only added; the newest of a purpose counts.
import type { ChoicePurpose } from '#shared/domain/choices.ts';
import type { Database } from './database.ts';

export type ConsentPurpose = 'age' | ChoicePurpose;

export interface Consent {
  readonly isGranted: boolean;
  readonly atMs: number;
}

export function readConsent(db: Database, purpose: ConsentPurpose): Consent | null {
  const row = db.get<{ readonly at: number; readonly is_granted: number }>(
    'select at, is_granted from consent where purpose = ? order by id desc limit 1',
    purpose,
  );
  return row ? { isGranted: row.is_granted === 1, atMs: row.at } : null;
}

export function addConsent(db: Database, purpose: ConsentPurpose, consent: Consent): void {
  db.run(
    'insert into consent (at, purpose, is_granted) values (?, ?, ?)',
    consent.atMs,
    purpose,
    consent.isGranted ? 1 : 0,
  );
}

export interface ConsentLine extends Consent {
  readonly id: number;
  readonly purpose: string;
  readonly policyVersion: string;
}

/** Newest first. */
export function readConsents(db: Database, limit: number): ConsentLine[] {
  const rows = db.all<{
    readonly id: number;
    readonly at: number;
    readonly purpose: string;
    readonly is_granted: number;
    readonly policy_version: string;
  }>('select * from consent order by id desc limit ?', limit);
  return rows.map((row) => ({
    id: row.id,
    atMs: row.at,
    purpose: row.purpose,
    isGranted: row.is_granted === 1,
    policyVersion: row.policy_version,
  }));
}
