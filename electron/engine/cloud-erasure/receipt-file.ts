// A receipt as a file that says all by itself: what was asked, the cloud's own words, and the key to check their signature with. Pure.
import { isoTime, isoTimeOrNull } from '../clock.ts';
import type { CloudOutcome } from '../erasure/residue.ts';
import type { ErasureRow } from './erasure-views.ts';

const over =
  'The receipt’s JSON with sorted keys, without "signature"; ed25519, the key is a SubjectPublicKeyInfo in base64';

export function receiptFile(row: ErasureRow): string {
  const content = {
    format: 'kling5-cloud-erasure',
    version: 1,
    key: row.id,
    cloud: row.cloud,
    subjects: JSON.parse(row.subjects) as unknown,
    state: row.state,
    requestedAt: isoTime(row.requested_at),
    confirmedAt: isoTimeOrNull(row.confirmed_at),
    backupsUntil: isoTimeOrNull(row.backups_until),
    backupsPurgedAt: isoTimeOrNull(row.backups_purged_at),
    receipt: row.receipt === null ? null : (JSON.parse(row.receipt) as unknown),
    signature: {
      check: row.signature_check,
      publicKey: row.signature_key,
      over,
    },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Of a deletion that a wipe left: which ids it was about is not kept. */
export function outcomeFile(outcome: CloudOutcome | undefined): string | null {
  if (!outcome) return null;
  const { key, baseUrl, state, requestedAt, confirmedAt, receipt } = outcome;
  const content = {
    format: 'kling5-cloud-erasure',
    version: 1,
    key,
    cloud: baseUrl,
    state,
    requestedAt,
    confirmedAt,
    receipt,
    signature: { check: outcome.signatureCheck, publicKey: outcome.signatureKey, over },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
