// What every back-end derives from a job in the same way. Pure.
import type { Parameters } from '#shared/gateway/model.ts';
import type { RenderJob } from '../backend.ts';
import { sha256Hex } from '../digest.ts';

export const framesPerSecond = 24;
const defaultSeconds = 5;

export function durationMsOf(parameters: Parameters): number {
  const seconds = parameters['duration'];
  return Math.round((typeof seconds === 'number' ? seconds : defaultSeconds) * 1_000);
}

/** 32 bits: the same for a job that is rendered again, another for every take and every click; the user's own where one is set. */
export function seedOf(job: Pick<RenderJob, 'idempotencyKey' | 'take' | 'parameters'>): number {
  const { seed } = job.parameters;
  if (typeof seed === 'number' && seed > 0) return seed * 16 + job.take;
  return Number.parseInt(sha256Hex(`${job.idempotencyKey}\n${job.take}`).slice(0, 8), 16);
}
