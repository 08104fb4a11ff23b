// What happens to every request, in order: host, route, faults, token, query and body, handler, contract, faults, socket, log.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Auth } from '../auth.ts';
import { isoNow, type Outside } from '../dependencies.ts';
import { applyFaults, type Outcome } from '../faults/apply-fault.ts';
import type { FaultPlan, PlannedFaults } from '../faults/fault-plan.ts';
import { Refusal } from '../refusal.ts';
import type { AccessLog } from './access-log.ts';
import { type Answer, type ContentAnswer, jsonContent, refusalContent } from './answer.ts';
import { checkHost } from './host-check.ts';
import { checkAnswer, parseBody, parseQuery } from './parse-call.ts';
import { type Call, type Match, matchRoute, type RouteHandlers } from './route-table.ts';
import { send } from './send.ts';

export interface ListenerDeps {
  readonly port: number;
  readonly auth: Auth;
  readonly handlers: RouteHandlers;
  readonly faults: FaultPlan;
  readonly accessLog: AccessLog;
  readonly outside: Outside;
  /** Aborted when the server closes. */
  readonly signal: AbortSignal;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export function createListener(deps: ListenerDeps): Listener {
  const counted = new WeakMap<object, { bytesIn: number; bytesOut: number }>();

  async function run(match: Match, url: URL, request: IncomingMessage): Promise<ContentAnswer> {
    const { route, name, path } = match;
    const accountId = deps.auth.authorise(request.headers.authorization, route.scope);
    const query = parseQuery(route, url.searchParams);
    const body = await parseBody(route, request);
    const handler: (call: Call<never>) => Answer | Promise<Answer> = deps.handlers[name];
    const answer = await handler({ accountId, path, query, body, request } as Call<never>);
    const value = checkAnswer(name, route, answer);
    return answer.type === 'json' ? jsonContent(answer.status, value) : answer;
  }

  /** Every refusal and every mistake of ours becomes an answer with a plain body. */
  async function answerOf(work: () => Promise<ContentAnswer>): Promise<ContentAnswer> {
    try {
      return await work();
    } catch (thrown) {
      if (thrown instanceof Refusal) return refusalContent(thrown);
      deps.outside.log('request failed', { error: String(thrown) });
      return refusalContent(new Refusal('internal', 'The service made a mistake.'));
    }
  }

  async function respond(
    match: Match,
    planned: PlannedFaults,
    url: URL,
    request: IncomingMessage,
  ): Promise<Outcome> {
    const before = await applyFaults(planned.before, null, deps.signal);
    if (before !== null) return before;
    const answer = await answerOf(() => run(match, url, request));
    return (await applyFaults(planned.after, answer, deps.signal)) ?? answer;
  }

  function record(
    request: IncomingMessage,
    response: ServerResponse,
    startedMs: number,
    about: { path: string; route: string | null; faults: readonly string[] },
  ): void {
    const { socket } = request;
    const before = counted.get(socket) ?? { bytesIn: 0, bytesOut: 0 };
    const now = { bytesIn: socket.bytesRead, bytesOut: socket.bytesWritten };
    counted.set(socket, now);
    deps.accessLog.write({
      at: isoNow(deps.outside.clock),
      method: request.method ?? '',
      ...about,
      bytesIn: now.bytesIn - before.bytesIn,
      bytesOut: now.bytesOut - before.bytesOut,
      status: response.writableFinished ? response.statusCode : null,
      durationMs: Math.round(performance.now() - startedMs),
    });
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedMs = performance.now();
    const url = new URL(request.url ?? '/', 'http://localhost');
    let match: Match | null = null;
    let planned: PlannedFaults = { before: [], after: [] };
    response.once('close', () =>
      record(request, response, startedMs, {
        path: url.pathname.slice(0, 200),
        route: match?.name ?? null,
        faults: [...planned.before, ...planned.after].map(({ type }) => type),
      }),
    );
    let outcome: Outcome;
    try {
      checkHost(request.headers.host, deps.port);
      match = matchRoute(request.method ?? '', url.pathname);
      planned = deps.faults.next(match.name);
      outcome = await respond(match, planned, url, request);
    } catch (thrown) {
      outcome = await answerOf(() => Promise.reject(thrown));
    }
    if (outcome === 'drop') response.destroy();
    else if (outcome !== 'hang') await send(request, response, outcome);
  }

  return (request, response) => {
    // What is left here is a connection that ended on its own, before or within an answer.
    serve(request, response).catch(() => response.destroy());
  };
}
