// Signs receipts with a key of this gateway, so that whoever holds one can show later that it was given, and for what.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { receiptText } from '#shared/domain/receipt-text.ts';
import type { ErasureReceipt } from '#shared/gateway/erasure.ts';
import type { ReceiptKey } from '#shared/gateway/service.ts';
import type { GatewayDatabase } from '../database/open-database.ts';
import { settingOnce } from '../database/setting.ts';
import { sha256Hex } from '../digest.ts';

export interface ReceiptSigner {
  readonly publicKey: ReceiptKey;
  sign(receipt: Omit<ErasureReceipt, 'signature'>): string;
}

export function createReceiptSigner(database: GatewayDatabase): ReceiptSigner {
  const stored = settingOnce(database, 'receipt-key', () =>
    generateKeyPairSync('ed25519')
      .privateKey.export({ format: 'der', type: 'pkcs8' })
      .toString('base64'),
  );
  const privateKey = createPrivateKey({
    key: Buffer.from(stored, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .toString('base64');
  const id = sha256Hex(publicKey).slice(0, 16);
  return {
    publicKey: { id, algorithm: 'ed25519', publicKey },
    sign: (receipt) => {
      const signature = sign(null, Buffer.from(receiptText(receipt)), privateKey);
      return `ed25519:${id}:${signature.toString('base64')}`;
    },
  };
}
