// What survives a wipe while clouds have not confirmed: their addresses, keys of ours, opaque ids, and tokens that can only erase.
// Nothing about the person or their work may ever stand in this file.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { erasureReceiptSchema, erasureSubjectSchema } from '#shared/gateway/erasure.ts';
import { syncFolderOf, writePaper } from './durable-paper.ts';
import { receiptName, residueName } from './home-names.ts';

const leftErasureSchema = z.object({
  key: z.string(),
  subjects: z.array(erasureSubjectSchema).min(1),
  requestedAt: z.iso.datetime(),
  attempts: z.int().min(0),
  /** `accepted` once the cloud has said that it will. */
  state: z.enum(['waiting', 'accepted']),
  nextTryAt: z.iso.datetime().nullable(),
  lastError: z.string().nullable(),
});
export type LeftErasure = z.infer<typeof leftErasureSchema>;

const leftCloudSchema = z.object({
  baseUrl: z.url(),
  /** Can only erase; `null` where there was none to be had before the wipe. */
  token: z.string().nullable(),
  tokenExpiresAt: z.iso.datetime().nullable(),
  erasures: z.array(leftErasureSchema).min(1),
});
export type LeftCloud = z.infer<typeof leftCloudSchema>;

const residueSchema = z.object({
  format: z.literal('kling5-pending-erasure'),
  version: z.literal(2),
  clouds: z.array(leftCloudSchema).min(1),
});

export function readResidue(home: string): readonly LeftCloud[] {
  try {
    return residueSchema.parse(JSON.parse(readFileSync(join(home, residueName), 'utf8'))).clouds;
  } catch {
    return []; // none, or one that says nothing
  }
}

/** Without anything left to be confirmed the file goes. */
export function writeResidue(home: string, clouds: readonly LeftCloud[]): void {
  const left = clouds.filter(({ erasures }) => erasures.length > 0);
  const path = join(home, residueName);
  if (left.length > 0) {
    const residue = { format: 'kling5-pending-erasure', version: 2, clouds: left };
    writePaper(path, [`${JSON.stringify(residue)}\n`]);
  } else if (existsSync(path)) {
    rmSync(path);
    syncFolderOf(path);
  }
}

/** Adds to what an earlier wipe left. A deletion that is there already stays as it is. */
export function mergeResidue(
  present: readonly LeftCloud[],
  added: readonly LeftCloud[],
): readonly LeftCloud[] {
  const merged = new Map(present.map((cloud) => [cloud.baseUrl, cloud]));
  for (const cloud of added) {
    const known = merged.get(cloud.baseUrl);
    const keys = new Set(known?.erasures.map(({ key }) => key));
    merged.set(cloud.baseUrl, {
      ...cloud,
      token: cloud.token ?? known?.token ?? null,
      tokenExpiresAt: cloud.token === null ? (known?.tokenExpiresAt ?? null) : cloud.tokenExpiresAt,
      erasures: [...(known?.erasures ?? []), ...cloud.erasures.filter(({ key }) => !keys.has(key))],
    });
  }
  return [...merged.values()];
}

/** A cloud's answer to one of the deletions that a wipe left, kept inside the wipe's receipt. */
export const cloudOutcomeSchema = z.object({
  key: z.string(),
  baseUrl: z.string(),
  isEverything: z.boolean(),
  subjectCount: z.int(),
  requestedAt: z.iso.datetime(),
  attempts: z.int(),
  state: z.enum(['waiting', 'accepted', 'confirmed']),
  confirmedAt: z.iso.datetime().nullable(),
  receipt: erasureReceiptSchema.nullable(),
  signatureCheck: z.enum(['valid', 'unsigned', 'unknown-key', 'invalid']).nullable(),
  signatureKey: z.string().nullable(),
});
export type CloudOutcome = z.infer<typeof cloudOutcomeSchema>;

export function outcomeOf(baseUrl: string, erasure: LeftErasure): CloudOutcome {
  const { key, subjects, requestedAt, attempts, state } = erasure;
  return {
    key,
    baseUrl,
    isEverything: subjects.some(({ type }) => type === 'everything'),
    subjectCount: subjects.length,
    requestedAt,
    attempts,
    state,
    confirmedAt: null,
    receipt: null,
    signatureCheck: null,
    signatureKey: null,
  };
}

/** Puts a cloud's confirmation into the receipt of the wipe, when that is still there. */
export function noteCloudOutcome(home: string, outcome: CloudOutcome): void {
  const path = join(home, receiptName);
  if (!existsSync(path)) return;
  const receipt = z.looseObject({}).safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!receipt.success) return;
  const others = readCloudOutcomes(home).filter(({ key }) => key !== outcome.key);
  writePaper(path, [`${JSON.stringify({ ...receipt.data, cloud: [...others, outcome] })}\n`]);
}

export function readCloudOutcomes(home: string): readonly CloudOutcome[] {
  try {
    const stored = z.object({ cloud: z.array(cloudOutcomeSchema) });
    return stored.parse(JSON.parse(readFileSync(join(home, receiptName), 'utf8'))).cloud;
  } catch {
    return []; // no receipt, or a wipe that left nothing to any cloud
  }
}
