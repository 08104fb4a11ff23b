// What is left on the provider's account, asked seldom and kept for a while: the interface allows one request a second.
import type { Clock } from '../../dependencies.ts';
import { creditsPerUnit } from './descriptors.ts';
import type { ProviderApi } from './provider-api.ts';

export interface BalanceDeps {
  readonly api: Pick<ProviderApi, 'remainingUnits'>;
  readonly clock: Clock;
  readonly keepMs: number;
  readonly patienceMs: number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

/** In credits; the last known number when the provider does not answer, `null` when there never was one. */
export function createBalance({ api, clock, keepMs, patienceMs, wait, signal }: BalanceDeps) {
  let known: number | null = null;
  let askedMs = -Infinity;
  let asking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    const units = await api.remainingUnits(clock.now(), signal);
    if (units !== null) known = Math.floor(units * creditsPerUnit + 1e-6);
  }

  async function atMost(answer: Promise<void>): Promise<void> {
    const answered = new AbortController();
    const patience = wait(patienceMs, AbortSignal.any([signal, answered.signal]));
    // Cut short, by the answer or by closing, it ends with an error that means nothing.
    await Promise.race([answer, patience]).catch(() => undefined);
    answered.abort();
    await patience.catch(() => undefined);
  }

  return async (): Promise<number | null> => {
    // A clock that was set back must not silence this for ever.
    if (!asking && Math.abs(clock.now() - askedMs) >= keepMs) {
      askedMs = clock.now();
      asking = ask().finally(() => (asking = null));
    }
    if (asking) await atMost(asking);
    return known;
  };
}
