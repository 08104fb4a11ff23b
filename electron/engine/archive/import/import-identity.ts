// Whether what an archive brings is here already, and the id under which it is kept when something else has its own. Pure.
// The new id follows from the content, so that the same archive gives the same ids each time.
import { createHash } from 'node:crypto';
import { createIds } from '../../ids.ts';
import type { GenerationLine } from './import-lines.ts';

/** An id for content whose own id is taken by something else. */
export function derivedId(id: string, content: string): string {
  const digest = createHash('sha256').update(`${id}\n${content}`).digest();
  return createIds(() => digest.subarray(0, 20)).make();
}

/** What never changes in the life of a generation. */
export interface GenerationIdentity {
  readonly kind: string;
  readonly model_id: string;
  readonly prompt: string;
  /** JSON. */
  readonly parameters: string;
  /** Milliseconds since 1970. */
  readonly created_at: number;
}

export function identityOfLine(line: GenerationLine): GenerationIdentity {
  return {
    kind: line.kind,
    model_id: line.modelId,
    prompt: line.prompt,
    parameters: JSON.stringify(line.parameters),
    created_at: Date.parse(line.createdAt),
  };
}

/** One text, to compare and to derive an id from. */
export function identityText(identity: GenerationIdentity): string {
  return JSON.stringify([
    identity.kind,
    identity.model_id,
    identity.prompt,
    sorted(JSON.parse(identity.parameters)),
    identity.created_at,
  ]);
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
}
