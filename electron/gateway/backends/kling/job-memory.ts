// What is kept about a job between processes: our id for it, whether an order went out, and the provider's id. Written
// before the order goes out, so that no crash can lead to a second one. Pure but for the memory that is passed in.
import { z } from 'zod';
import type { RenderMemory } from '../../backend.ts';

const memorySchema = z.object({
  externalId: z.string().min(1),
  /** Which key it was sent with. */
  fingerprint: z.string(),
  path: z.string(),
  /** When an order went out that was not clearly refused. */
  sentMs: z.number().nullable(),
  taskId: z.string().nullable(),
});
export type JobMemory = z.infer<typeof memorySchema>;

/** Derived from the job, so that it is found again even if the memory itself is damaged. */
export function externalIdOf(generationId: string): string {
  return `k5-${generationId}`;
}

/** The job that an order is for, by the id that was derived from it. */
export function generationIdIn(order: string): string | null {
  return /"k5-([\w-]{1,80})"/.exec(order)?.[1] ?? null;
}

export type Remembered =
  | { readonly type: 'nothing' }
  | { readonly type: 'memory'; readonly memory: JobMemory }
  /** There was something that cannot be read: the order may have gone out. */
  | { readonly type: 'damaged' };

export function recall(text: string | null): Remembered {
  if (text === null) return { type: 'nothing' };
  try {
    return { type: 'memory', memory: memorySchema.parse(JSON.parse(text)) };
  } catch {
    return { type: 'damaged' };
  }
}

export function remember(memory: RenderMemory, value: JobMemory): void {
  memory.write(JSON.stringify(value));
}

export function isCommitted(text: string | null): boolean {
  const remembered = recall(text);
  if (remembered.type === 'memory') return remembered.memory.sentMs !== null;
  return remembered.type === 'damaged';
}
