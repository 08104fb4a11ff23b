// Asks one cloud for one deletion, or how it stands, with a delete-only token that is renewed while somebody is signed in. Idempotent
// by the deletion's key. Keeps nothing but the token.
import { type AppError, AppError as Failure, toAppError } from '#shared/errors.ts';
import type { Erasure, ErasureToken } from '#shared/gateway/erasure.ts';
import type { ServiceDescription } from '#shared/gateway/service.ts';
import type { CallOptions, CallRoute, AnswerOf } from '../cloud/gateway-client.ts';
import type { DeleteTokens } from './delete-tokens.ts';
import type { Confirmation, PendingErasure } from './pending-erasure.ts';
import { checkSignature } from './receipt-signature.ts';

/** One cloud, wherever it is. */
export interface CloudAccess {
  /** Address, or `embedded`. */
  readonly name: string;
  /** Somebody may be signed in there, so that a token can be had. */
  readonly hasAccount: boolean;
  call<K extends CallRoute>(name: K, options: CallOptions<K>): Promise<AnswerOf<K>>;
  service(): Promise<ServiceDescription>;
}

export interface AskCloudDeps {
  /** The cloud of that name; today's for `null`. */
  readonly open: (cloud: string | null) => Promise<CloudAccess>;
  readonly tokens: DeleteTokens;
  readonly onAsking: (key: string, cloud: string) => void;
  readonly signal: AbortSignal;
}

export type CloudAnswer =
  | { readonly type: 'accepted' }
  | { readonly type: 'confirmed'; readonly confirmation: Confirmation };

export type AskCloud = (pending: PendingErasure) => Promise<CloudAnswer>;

export function createAskCloud(deps: AskCloudDeps): AskCloud {
  const { tokens, signal } = deps;

  async function renew(cloud: CloudAccess): Promise<ErasureToken> {
    if (!cloud.hasAccount) throw nobodySignedIn();
    const token = await cloud.call('createErasureToken', { signal });
    await tokens.keep(cloud.name, token);
    return token;
  }

  async function authorised<T>(
    cloud: CloudAccess,
    work: (token: string) => Promise<T>,
  ): Promise<T> {
    const held = await tokens.held(cloud.name);
    if (held) {
      try {
        return await work(held.token);
      } catch (thrown) {
        if (toAppError(thrown).code !== 'cloud-unauthorised') throw thrown;
        await tokens.drop(cloud.name);
      }
    }
    const { token } = await renew(cloud);
    return work(token);
  }

  async function askOrLook(cloud: CloudAccess, pending: PendingErasure): Promise<Erasure | null> {
    const { key, subjects } = pending;
    return authorised(cloud, async (token) => {
      const isKnown = pending.state !== 'waiting';
      const known = isKnown
        ? await cloud.call('getErasure', { params: { key }, token, signal }).catch(orGone)
        : null;
      if (known || pending.state === 'confirmed') return known;
      return cloud
        .call('createErasure', { body: { key, subjects: [...subjects] }, token, signal })
        .catch(orGone);
    });
  }

  return async (pending) => {
    const cloud = await deps.open(pending.cloud);
    const service = await cloud.service();
    if (!service.features.includes('erasure')) {
      throw new Failure('cloud-rejected', 'This cloud does not offer to erase.');
    }
    deps.onAsking(pending.key, cloud.name);
    const erasure = await askOrLook(cloud, pending);
    if (erasure === null) return { type: 'confirmed', confirmation: withoutReceipt };
    if (erasure.state !== 'confirmed' || erasure.receipt === null) return { type: 'accepted' };
    const { receipt, backups } = erasure;
    let signed = checkSignature(receipt, pending, service.receiptKeys ?? []);
    if (signed.check === 'unknown-key') {
      const { receiptKeys } = await cloud.call('service', { signal }); // the description may be an old one
      signed = checkSignature(receipt, pending, receiptKeys ?? []);
    }
    return {
      type: 'confirmed',
      confirmation: {
        receipt,
        ...signed,
        backupsUntilMs: backups ? Date.parse(backups.until) : null,
        backupsPurgedAtMs: backups?.purgedAt ? Date.parse(backups.purgedAt) : null,
      },
    };
  };
}

const withoutReceipt: Confirmation = {
  receipt: null,
  check: null,
  key: null,
  backupsUntilMs: null,
  backupsPurgedAtMs: null,
};

/** What the cloud does not have, or not any more, is erased there. Only the contract's own words count, never a bare status. */
function orGone(thrown: unknown): null {
  const { code } = toAppError(thrown);
  if (code === 'not-found' || code === 'output-expired') return null;
  throw thrown;
}

function nobodySignedIn(): AppError {
  return new Failure(
    'cloud-unauthorised',
    'The permission to erase has expired, and nobody is signed in there.',
  );
}
