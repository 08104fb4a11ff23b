// SHA-256 in the forms that the gateway needs. Pure.
import { createHash } from 'node:crypto';

export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export { canonicalJson } from '#shared/domain/receipt-text.ts';
