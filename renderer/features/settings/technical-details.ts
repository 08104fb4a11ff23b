// The text for a message to support: versions and states. Pure. Must not hold prompts, keys, names of folders or of people.
import type { CloudState } from '#shared/contract/engine.ts';
import type { EngineHealth } from '#shared/contract/shell.ts';
import type { StudioOutput } from '#shared/contract/studio.ts';

export interface KnownDetails {
  readonly info: StudioOutput<'shell.info'> | undefined;
  readonly health: EngineHealth | undefined;
  readonly cloud: CloudState | undefined;
}

/** One `name: value` a line; what is not known is left out. */
export function technicalDetails({ info, health, cloud }: KnownDetails): string {
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    ['Kling 5 Studio', info?.version],
    ['Electron', info?.electron],
    ['Platform', info?.platform],
    ['Library in its own place', info && yesOrNo(info.libraryIsDefault)],
    ['Keychain', info && yesOrNo(info.isKeychainAvailable)],
    ['Engine', health?.state],
    ['Engine restarts', health && String(health.restarts)],
    ['Engine error', health?.error?.code],
    ['Service', cloud?.service?.kind],
    ['Provider', cloud?.service?.provider.id],
    ['Reachable', cloud?.reachable],
    ['Since', cloud?.since],
  ];
  return facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join('\n');
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
