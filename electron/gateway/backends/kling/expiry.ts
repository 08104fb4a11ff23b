// When the provider's copy of a result is gone, and how that is told. Pure.
import { RenderFailure } from '../../backend.ts';
import { retentionMs } from './provider-facts.ts';

export function isExpired(madeMs: number, nowMs: number): boolean {
  return nowMs >= madeMs + retentionMs.value;
}

export function resultExpired(): RenderFailure {
  return new RenderFailure('output-expired', 'Kling removed this clip 30 days after it was made.');
}
