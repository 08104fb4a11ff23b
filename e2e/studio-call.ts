// Calls the contract from inside the page, exactly as the interface does.
import type { Page } from 'playwright';
import type { StudioCallName, StudioInput, StudioOutput } from '#shared/contract/studio.ts';

interface PageStudio {
  call(
    id: number,
    name: string,
    input: unknown,
  ): Promise<{ ok: boolean; json: string; error: unknown }>;
}

let nextCallId = 1_000_000;

export async function callStudio<K extends StudioCallName>(
  window: Page,
  name: K,
  input: StudioInput<K>,
): Promise<StudioOutput<K>> {
  nextCallId += 1;
  const reply = await window.evaluate(
    ([id, call, body]) => {
      const { studio } = globalThis as unknown as { studio: PageStudio };
      return studio.call(id, call, body);
    },
    [nextCallId, name, input] as const,
  );
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
  return JSON.parse(reply.json) as StudioOutput<K>;
}
