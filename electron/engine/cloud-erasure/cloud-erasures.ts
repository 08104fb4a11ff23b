// The outbox of deletions put together: where they are kept, how they are asked, what follows from a confirmation.
import { toAppError } from '#shared/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { noteCloudOutcome } from '../erasure/residue.ts';
import { createResidueStore, createResidueTokens } from '../erasure/residue-store.ts';
import { listOfWipe } from '../erasure/residue-views.ts';
import { createAskCloud } from './ask-cloud.ts';
import { createCloudDoor } from './cloud-access.ts';
import type { CloudErasures } from './erasures-outbox.ts';
import { createDeleteTokens } from './delete-tokens.ts';
import { createErasureRunner } from './erasure-runner.ts';
import { sumWaiting } from './erasure-views.ts';
import { createOutboxStore } from './outbox-store.ts';
import { embeddedCloud } from './pending-erasure.ts';

type Needs = Pick<
  EngineContext,
  'clock' | 'db' | 'version' | 'host' | 'gateway' | 'cloud' | 'random' | 'log' | 'emit'
> & { readonly paths: { readonly home: string } };

/** A token is got anew this long before it expires, while somebody is signed in. */
const renewBeforeMs = 30 * 24 * 3_600_000;

export function createCloudErasures(context: Needs): CloudErasures {
  const { clock, db, random, log, cloud } = context;
  const stopping = new AbortController();
  const door = createCloudDoor(context);
  const tokens = createDeleteTokens(context.host, clock);
  const { home } = context.paths;
  const waiting = () => sumWaiting(db, listOfWipe(home));
  const changed = () => context.emit('erasures.changed', waiting());
  const store = createOutboxStore(db, () => context.emit('library.changed', { reason: 'updated' }));
  const runner = createErasureRunner({
    store,
    ask: createAskCloud({
      open: (name) => door.open(name),
      tokens,
      onAsking: (key, name) => store.note(key, { type: 'asked', cloud: name }),
      signal: stopping.signal,
    }),
    clock,
    random,
    log,
    onChange: changed,
  });
  const ofWipe = createErasureRunner({
    store: createResidueStore(home, (outcome) => noteCloudOutcome(home, outcome)),
    ask: createAskCloud({
      open: (name) => door.open(name),
      tokens: createResidueTokens(home, () => clock.now()),
      onAsking: () => undefined,
      signal: stopping.signal,
    }),
    clock,
    random,
    log,
    onChange: changed,
  });

  /** So that deletions go on after signing out. The cloud in this app is never signed out of. */
  async function keepToken(): Promise<void> {
    const name = await door.today();
    if (name === embeddedCloud) return;
    const held = await tokens.held(name);
    const endsAtMs = held?.expiresAt ? Date.parse(held.expiresAt) : Infinity;
    if (held && endsAtMs - renewBeforeMs > clock.now()) return;
    const { signal } = stopping;
    await tokens.keep(name, await context.gateway.call('createErasureToken', { signal }));
  }

  cloud.onReachable(() => {
    keepToken().catch((thrown: unknown) =>
      log.info('no-delete-token', { code: toAppError(thrown).code }),
    );
    runner.hurry();
    ofWipe.hurry();
  });

  return {
    wake: () => {
      changed();
      runner.wake();
    },
    tryNow: async () => {
      await ofWipe.tryNow();
      await runner.tryNow();
    },
    waiting,
    start: () => {
      runner.wake();
      ofWipe.wake();
    },
    stop: async () => {
      stopping.abort();
      await runner.stop();
      await ofWipe.stop();
      door.close();
    },
  };
}
