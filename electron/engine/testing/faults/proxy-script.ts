// What a fault proxy does wrong and when: rules by route and count, or by a seeded chance. Pure.
import { seededRandom } from '../seeded-random.ts';

/** `when`: instead of asking the cloud, or after the cloud did what it was asked. */
export type ProxyFault =
  | { readonly type: 'delay'; readonly delayMs: number }
  | { readonly type: 'cut-before' | 'cut-after' | 'cut-body' }
  /** Half of the body, announced as the whole. */
  | { readonly type: 'truncate' }
  | { readonly type: 'duplicate' | 'reorder' | 'corrupt' | 'corrupt-request' }
  | {
      readonly type: 'status';
      readonly status: number;
      readonly when: 'before' | 'after';
      readonly retryAfterSeconds?: number;
    }
  | { readonly type: 'html' | 'error-body'; readonly when: 'before' | 'after' }
  | { readonly type: 'redirect'; readonly to: string }
  /** Another JSON than the cloud's: a lie. */
  | { readonly type: 'edit'; readonly edit: (value: unknown) => unknown };

export interface ProxyRule {
  /** Name in the contract; every route when left out. */
  readonly route?: string;
  /** The first matching request that is hit, from 1. */
  readonly nth?: number;
  /** How many from there on; default 1, with a chance without end. */
  readonly times?: number;
  /** Hits with this chance instead of always. */
  readonly probability?: number;
  readonly fault: ProxyFault;
}

export interface FaultPicker {
  next(route: string | null): ProxyFault | null;
  readonly hits: number;
}

/** The first rule that applies wins; every rule that matches counts. */
export function createFaultPicker(rules: readonly ProxyRule[], seed: number): FaultPicker {
  const random = seededRandom(seed);
  const seen = rules.map(() => 0);
  let hits = 0;

  function applies(rule: ProxyRule, at: number, route: string | null): boolean {
    if (rule.route !== undefined && rule.route !== route) return false;
    const count = (seen[at] ?? 0) + 1;
    seen[at] = count;
    const nth = rule.nth ?? 1;
    const times = rule.times ?? (rule.probability === undefined ? 1 : Number.POSITIVE_INFINITY);
    if (count < nth || count >= nth + times) return false;
    return rule.probability === undefined || random() < rule.probability;
  }

  return {
    next: (route) => {
      const matching = rules.filter((rule, at) => applies(rule, at, route));
      if (matching.length > 0) hits += 1;
      return matching[0]?.fault ?? null;
    },
    get hits() {
      return hits;
    },
  };
}
