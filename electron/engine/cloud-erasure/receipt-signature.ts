// Whether a receipt was signed by the cloud that gave it, for exactly what was asked. Pure.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonicalJson, receiptText } from '#shared/domain/receipt-text.ts';
import type { ErasureReceipt, ErasureSubject } from '#shared/gateway/erasure.ts';
import type { ReceiptKey } from '#shared/gateway/service.ts';

export type SignatureCheck = 'valid' | 'unsigned' | 'unknown-key' | 'invalid';

export interface CheckedSignature {
  readonly check: SignatureCheck;
  /** Public key that fits, in base64. */
  readonly key: string | null;
}

export interface Asked {
  readonly key: string;
  readonly subjects: readonly ErasureSubject[];
}

export function subjectsDigest(subjects: readonly ErasureSubject[]): string {
  return createHash('sha256').update(canonicalJson(subjects)).digest('hex');
}

export function checkSignature(
  receipt: ErasureReceipt,
  asked: Asked,
  keys: readonly ReceiptKey[],
): CheckedSignature {
  if (receipt.signature === null) return { check: 'unsigned', key: null };
  const [algorithm, keyId, signature] = receipt.signature.split(':');
  const known = keys.find(({ id }) => id === keyId);
  if (algorithm !== 'ed25519' || !known || !signature) return { check: 'unknown-key', key: null };
  const isAboutThis =
    receipt.key === asked.key && receipt.subjectsSha256 === subjectsDigest(asked.subjects);
  const isValid = isAboutThis && isSigned(receiptText(receipt), signature, known.publicKey);
  return { check: isValid ? 'valid' : 'invalid', key: known.publicKey };
}

function isSigned(text: string, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.from(publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    });
    return (
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
    );
  } catch {
    return false; // what calls itself a key is none
  }
}
