import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { receiptText } from '#shared/domain/receipt-text.ts';
import type { ErasureReceipt } from '#shared/gateway/erasure.ts';
import { checkSignature, subjectsDigest } from './receipt-signature.ts';

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const keys = [{ id: 'k1', algorithm: 'ed25519' as const, publicKey }];
const asked = { key: 'erasure-1', subjects: [{ type: 'generation' as const, id: 'job-1' }] };

function signed(changes: object = {}, keyId = 'k1'): ErasureReceipt {
  const receipt = {
    id: 'r1',
    key: asked.key,
    subjectsSha256: subjectsDigest(asked.subjects),
    erasedAt: '2026-11-26T12:00:00.000Z',
    counts: [{ what: 'generations', count: 1 }],
    retained: [],
    ...changes,
  };
  const signature = sign(null, Buffer.from(receiptText(receipt)), pair.privateKey);
  return { ...receipt, signature: `ed25519:${keyId}:${signature.toString('base64')}` };
}

describe('the signature of a receipt', () => {
  it('is valid over every field, those of a newer service included', () => {
    expect(checkSignature(signed(), asked, keys)).toEqual({ check: 'valid', key: publicKey });
    expect(checkSignature(signed({ later: { b: 1, a: [2] } }), asked, keys).check).toBe('valid');
  });
  it.each([
    ['a changed number', { ...signed(), counts: [] }],
    ['another request', signed({ key: 'erasure-2' })],
    ['other subjects', signed({ subjectsSha256: subjectsDigest([{ type: 'everything' }]) })],
    ['something that is no signature', { ...signed(), signature: 'ed25519:k1:AAAA' }],
  ])('is invalid for %s', (_, receipt) => {
    expect(checkSignature(receipt, asked, keys).check).toBe('invalid');
  });
  it('cannot be checked without the key, and is none when there is none', () => {
    expect(checkSignature(signed({}, 'k2'), asked, keys)).toEqual({
      check: 'unknown-key',
      key: null,
    });
    expect(checkSignature({ ...signed(), signature: null }, asked, keys).check).toBe('unsigned');
    const noKey = [{ id: 'k1', algorithm: 'ed25519' as const, publicKey: 'AAAA' }];
    expect(checkSignature(signed(), asked, noKey).check).toBe('invalid');
  });
});
