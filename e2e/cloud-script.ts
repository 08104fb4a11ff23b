// What the embedded gateway of a journey does otherwise than the real thing: for one, its clips are so small that nobody waits for them.
import { rmSync, writeFileSync } from 'node:fs';
import type { FaultScriptInput } from '../electron/gateway/faults/fault-script.ts';

const scriptOf = (home: string) => `${home}-cloud.json`;

/** The variables of a start on this home. */
export function cloudScript(home: string, script: FaultScriptInput = {}): Record<string, string> {
  const file = scriptOf(home);
  writeFileSync(file, JSON.stringify({ smallClips: true, ...script }));
  return { KLING5_GATEWAY_FAULTS: file };
}

export function removeCloudScript(home: string): void {
  rmSync(scriptOf(home), { force: true });
}
