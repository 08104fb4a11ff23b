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

/** 32 bits: the same for a job that is rendered again, another for every take and every click. */
export function seedOf(job: Pick<RenderJob, 'idempotencyKey' | 'take'>): number {
  return Number.parseInt(sha256Hex(`${job.idempotencyKey}\n${job.take}`).slice(0, 8), 16);
}
