// What survives a wipe while a hosted cloud has not confirmed: its address, a key of ours, and a token that can only erase.
// Nothing about the person or their work may ever stand in this file.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { erasureReceiptSchema } from '#shared/gateway/erasure.ts';
import { syncFolderOf, writePaper } from './durable-paper.ts';
import { receiptName, residueName } from './home-names.ts';

const residueSchema = z.object({
  format: z.literal('kling5-pending-erasure'),
  version: z.literal(1),
  baseUrl: z.url(),
  token: z.string(),
  key: z.string(),
  requestedAt: z.iso.datetime(),
  attempts: z.int().min(0),
  /** `accepted` once the cloud has said that it will. */
  state: z.enum(['waiting', 'accepted']),
  lastError: z.string().nullable(),
});
export type Residue = z.infer<typeof residueSchema>;

export function newResidue(
  fields: Pick<Residue, 'baseUrl' | 'token' | 'key' | 'requestedAt'>,
): Residue {
  return {
    format: 'kling5-pending-erasure',
    version: 1,
    ...fields,
    attempts: 0,
    state: 'waiting',
    lastError: null,
  };
}

export function writeResidue(home: string, residue: Residue): void {
  writePaper(join(home, residueName), [`${JSON.stringify(residue)}\n`]);
}

export function readResidue(home: string): Residue | null {
  try {
    return residueSchema.parse(JSON.parse(readFileSync(join(home, residueName), 'utf8')));
  } catch {
    return null; // none, or one that says nothing
  }
}

/** Changes or removes the residue, unless a later wipe has put its own there meanwhile. */
export function settleResidue(home: string, residue: Residue, isConfirmed: boolean): void {
  if (readResidue(home)?.key !== residue.key) return;
  if (isConfirmed) removeResidue(home);
  else writeResidue(home, residue);
}

function removeResidue(home: string): void {
  const path = join(home, residueName);
  if (!existsSync(path)) return;
  rmSync(path);
  syncFolderOf(path);
}

/** The cloud's answer to a full wipe, kept inside the wipe's receipt. */
export const cloudOutcomeSchema = z.object({
  key: z.string(),
  requestedAt: z.iso.datetime(),
  state: z.enum(['waiting', 'accepted', 'confirmed']),
  receipt: erasureReceiptSchema.nullable(),
});
export type CloudOutcome = z.infer<typeof cloudOutcomeSchema>;

/** Adds the cloud's confirmation to the receipt of the wipe, when that is still there. */
export function noteCloudOutcome(home: string, outcome: CloudOutcome): void {
  const path = join(home, receiptName);
  if (!existsSync(path)) return;
  const receipt = z.looseObject({}).safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!receipt.success) return;
  writePaper(path, [`${JSON.stringify({ ...receipt.data, cloud: outcome })}\n`]);
}

export function readCloudOutcome(home: string): CloudOutcome | null {
  try {
    const stored = z.object({ cloud: cloudOutcomeSchema });
    return stored.parse(JSON.parse(readFileSync(join(home, receiptName), 'utf8'))).cloud;
  } catch {
    return null; // no receipt, or a wipe that asked no cloud
  }
}
