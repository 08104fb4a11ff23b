// Compares the engine's network ledger with the gateway's access log, request by request. Where a fault changed what arrived,
// the notes of the proxy between them say what did. Returns what does not add up.
import { gatewayRoutes, type RouteName } from '#shared/gateway/routes.ts';
import type { AccessEntry } from '../../../gateway/http/access-log.ts';
import type { Exchange } from '../faults/fault-proxy.ts';
import type { JobWorld } from '../job-world.ts';
import { matchRouteName } from '../faults/match-route.ts';

export interface LedgerAudit {
  readonly problems: readonly string[];
  readonly requests: number;
  /** In the ledger as failed or cancelled, and never arrived anywhere. */
  readonly lostOnTheWay: number;
}

interface LedgerRow {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly outcome: string;
  readonly bytesSent: number;
  readonly bytesReceived: number;
}

/**
 * `strict`: no request was broken off by the engine or by the network, so both sides agree on every status and every byte.
 * Otherwise an answer may have left that nobody was there to hear.
 */
export async function auditLedger(world: JobWorld, strict: boolean): Promise<LedgerAudit> {
  const log = await readQuietLog(world);
  const ledger = readLedger(world);
  const { exchanges } = world.proxy;
  const problems = [
    ...compareSides(ledger, exchanges, strict),
    ...compareArrivals(log, exchanges, strict),
  ];
  return { problems, requests: ledger.length, lostOnTheWay: ledger.length - exchanges.length };
}

/** The gateway's log of a moment in which no request was under way, and none has begun since: an engine at rest still looks now and then. */
async function readQuietLog({ proxy, gateway }: JobWorld): Promise<readonly AccessEntry[]> {
  for (;;) {
    await proxy.settled();
    const before = proxy.exchanges.length;
    const log = await gateway.accessLog();
    if (proxy.exchanges.length === before) return log;
  }
}

/** What the engine says it sent against what the proxy saw. */
function compareSides(
  ledger: readonly LedgerRow[],
  exchanges: readonly Exchange[],
  strict: boolean,
): string[] {
  const problems: string[] = [];
  for (const { status, outcome } of ledger) {
    const isAnswered = outcome === 'ok' || outcome === 'refused';
    if (isAnswered && status === null) problems.push(`${outcome} without a status`);
  }
  if (strict) {
    const ours = ledger.map((row) => line(row.method, row.path, row.status, row.bytesSent));
    const theirs = exchanges.map((seen) =>
      line(seen.method, pathOf(seen.route), seen.answered, seen.bytesIn),
    );
    return [...problems, ...difference('ledger', ours, 'proxy', theirs)];
  }
  const routes = new Set([...ledger, ...exchanges].map((entry) => routeOf(entry)));
  for (const route of routes) {
    const ours = ledger.filter((row) => routeOf(row) === route);
    const theirs = exchanges.filter((seen) => routeOf(seen) === route);
    if (theirs.length > ours.length) {
      problems.push(`${route}: ${theirs.length} arrived, ${ours.length} are in the ledger`);
    }
    for (const status of new Set(ours.map((row) => row.status))) {
      if (status === null) continue;
      const heard = ours.filter((row) => row.status === status).length;
      const said = theirs.filter(({ answered }) => answered === status).length;
      if (heard > said) problems.push(`${route}: ${status} heard ${heard} times, said ${said}`);
    }
  }
  return problems;
}

/** What the proxy passed on against what the gateway's own log says. */
function compareArrivals(
  log: readonly AccessEntry[],
  exchanges: readonly Exchange[],
  strict: boolean,
): string[] {
  const passed = exchanges.flatMap(({ method, route, passed }) =>
    passed.map((status) => ({ route: `${method} ${route}`, status })),
  );
  const arrived = log.map(({ method, route, status }) => ({ route: `${method} ${route}`, status }));
  const text = ({ route, status }: Arrival) => `${route} ${status}`;
  if (strict) return difference('proxy', passed.map(text), 'gateway', arrived.map(text));
  return [...new Set([...passed, ...arrived].map(({ route }) => route))].flatMap((route) =>
    compareRoute(
      route,
      passed.filter((entry) => entry.route === route),
      arrived.filter((entry) => entry.route === route),
    ),
  );
}

interface Arrival {
  readonly route: string;
  readonly status: number | null;
}

/** A gateway that is just closing may not get a request, or not know that its answer was read to the end. */
function compareRoute(
  route: string,
  passed: readonly Arrival[],
  arrived: readonly Arrival[],
): string[] {
  const count = (entries: readonly Arrival[], wanted: number | null) =>
    entries.filter(({ status }) => status === wanted).length;
  const statuses = new Set([...passed, ...arrived].map(({ status }) => status));
  statuses.delete(null);
  let unsure = 0;
  const problems: string[] = [];
  for (const status of statuses) {
    const more = count(passed, status) - count(arrived, status);
    if (more < 0) problems.push(`${route} ${status}: ${-more} more in gateway`);
    else unsure += more;
  }
  if (unsure > count(arrived, null)) problems.push(`${route}: ${unsure} are not in the gateway`);
  if (arrived.length > passed.length) problems.push(`${route}: more arrived than was passed on`);
  return problems;
}

/** The lines that one side has more often than the other. */
function difference(
  oneName: string,
  one: readonly string[],
  otherName: string,
  other: readonly string[],
): string[] {
  const counts = new Map<string, number>();
  for (const text of one) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const text of other) counts.set(text, (counts.get(text) ?? 0) - 1);
  return [...counts].flatMap(([text, count]) =>
    count === 0 ? [] : [`${text}: ${Math.abs(count)} more in ${count > 0 ? oneName : otherName}`],
  );
}

const line = (method: string, path: string, status: number | null, bytes: number) =>
  `${method} ${path} ${status} ${bytes} B`;

function pathOf(route: string | null): string {
  return route === null ? '?' : gatewayRoutes[route as RouteName].path;
}

function routeOf(entry: LedgerRow | Exchange): string {
  const route = 'route' in entry ? entry.route : matchRouteName(entry.method, entry.path);
  return route ?? '?';
}

function readLedger(world: JobWorld): LedgerRow[] {
  return world.engine.engine.context.db.all<LedgerRow>(
    `select method, path, status, outcome, bytes_sent as bytesSent, bytes_received as bytesReceived
     from network_request order by id`,
  );
}
