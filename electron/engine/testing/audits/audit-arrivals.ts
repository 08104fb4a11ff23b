// Compares the engine's network ledger with the gateway's access log when nothing stood between the two, request by request. The
// engine may have died in the middle of any of them, so a side that has no status may have had any. Pure.
import type { AccessEntry } from '../../../gateway/http/access-log.ts';
import { matchRouteName } from '../faults/match-route.ts';

export interface LedgerLine {
  readonly method: string;
  readonly path: string;
  /** `null` when no answer was seen. */
  readonly status: number | null;
}

type Arrival = Pick<AccessEntry, 'route' | 'status'>;

/** Returns what does not add up. */
export function auditArrivals(
  ledger: readonly LedgerLine[],
  arrivals: readonly Arrival[],
): string[] {
  const sent = Map.groupBy(ledger, ({ method, path }) => matchRouteName(method, path) ?? '?');
  const came = Map.groupBy(arrivals, ({ route }) => route ?? '?');
  return [...new Set([...sent.keys(), ...came.keys()])].flatMap((route) =>
    compareRoute(sent.get(route) ?? [], came.get(route) ?? []).map(
      (problem) => `${route}: ${problem}`,
    ),
  );
}

type Answered = Pick<Arrival, 'status'>;

function compareRoute(sent: readonly Answered[], came: readonly Answered[]): string[] {
  const statuses = new Set([...sent, ...came].flatMap(({ status }) => status ?? []));
  let unheard = 0;
  let unsaid = 0;
  for (const status of statuses) {
    const more = count(came, status) - count(sent, status);
    if (more > 0) unheard += more;
    else unsaid -= more;
  }
  const problems: string[] = [];
  if (came.length > sent.length) {
    problems.push(`${came.length} came to the gateway, ${sent.length} are in the ledger`);
  }
  if (unheard > count(sent, null)) problems.push(`${unheard} answers are not in the ledger`);
  if (unsaid > count(came, null)) problems.push(`${unsaid} answers were never given`);
  return problems;
}

function count(entries: readonly Answered[], wanted: number | null): number {
  return entries.filter(({ status }) => status === wanted).length;
}
