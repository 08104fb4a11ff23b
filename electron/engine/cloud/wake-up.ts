// After a sleep of the device, or when a network is there again: what was connected is not any more, and what waits need not wait.
import type { HostedHandlers } from '#shared/contract/host.ts';
import type { NetworkHandlers } from '../engine-context.ts';
import type { CloudMonitor } from './cloud-monitor.ts';
import type { HttpClient } from './http-client.ts';

export interface WakeUpDeps {
  readonly http: Pick<HttpClient, 'dropConnections'>;
  readonly cloud: Pick<CloudMonitor, 'lookAnew'>;
  readonly runner: { tryAgain(): void };
}

export function createWakeUpHandlers({
  http,
  cloud,
  runner,
}: WakeUpDeps): NetworkHandlers & Pick<HostedHandlers, 'engine.wakeUp'> {
  const wakeUp = () => {
    http.dropConnections();
    void cloud.lookAnew();
    runner.tryAgain();
    return {};
  };
  return { 'engine.wakeUp': wakeUp, 'network.returned': wakeUp };
}
