// Everything between the engine and the cloud: the HTTP client and its ledger, the typed calls, and the watch on whether the service
// answers. Sends nothing by itself.
import type { EngineContext, EngineDeps } from '../engine-context.ts';
import { endAbandonedRequests, recordRequest } from '../database/ledger-writes.ts';
import type { ChoiceBook } from '../privacy/choice-book.ts';
import { refuseObjected } from '../privacy/objection.ts';
import { type CloudMonitor, createCloudMonitor } from './cloud-monitor.ts';
import { createEndpointSource } from './endpoint.ts';
import { createGatewayClient, type GatewayClient } from './gateway-client.ts';
import { createHttpClient, type HttpClient } from './http-client.ts';
import { createOnwardLedger } from './onward-ledger.ts';

export interface CloudConnection extends Pick<EngineContext, 'gateway' | 'cloud' | 'onward'> {
  readonly http: HttpClient;
}

export interface CloudConnectionDeps
  extends
    Pick<EngineDeps, 'clock' | 'random' | 'emit' | 'version' | 'host'>,
    Pick<EngineContext, 'db' | 'onClose'> {
  readonly choices: ChoiceBook;
  /** The service was reachable and is not any more, or the other way round. */
  readonly onFlip: () => void;
}

export function connectCloud(deps: CloudConnectionDeps): CloudConnection {
  const { db, onClose, clock, random, emit, choices, onFlip } = deps;
  let wasReachable: string | null = null;
  endAbandonedRequests(db);
  const http = createHttpClient({
    clock,
    version: deps.version,
    record: (request) => recordRequest(db, request),
  });
  onClose(() => http.close());
  const cloud: CloudMonitor = createCloudMonitor({
    db,
    clock,
    random,
    gateway: () => gateway,
    onChange: (state) => {
      emit('cloud.changed', state);
      onward.pullSoon();
      if (wasReachable !== null && wasReachable !== state.reachable) onFlip();
      wasReachable = state.reachable;
    },
  });
  onClose(() => cloud.stop());
  const gateway: GatewayClient = createGatewayClient({
    http,
    endpoints: createEndpointSource(deps.host),
    clock,
    permit: (route, body) => refuseObjected(route, body, choices.allows),
    onOutcome: (error) => cloud.report(error),
  });
  const onward = createOnwardLedger({
    db,
    clock,
    gateway,
    service: () => cloud.state().service,
    isReachable: () => cloud.isReachable,
  });
  onClose(() => onward.stop());
  return { http, gateway, cloud, onward };
}
