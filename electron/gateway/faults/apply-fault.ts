// Turns faults into what goes wrong on the wire. Must not decide when.
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { buffered, type ContentAnswer, jsonContent } from '../http/answer.ts';
import { Refusal } from '../refusal.ts';
import type { Fault } from './fault-script.ts';

/** What is left of an answer: content to send, a connection to cut, or silence. */
export type Outcome = ContentAnswer | 'drop' | 'hang';

/** Applies faults one after the other; `null` stands for "the handler has not run yet". */
export async function applyFaults(
  faults: readonly Fault[],
  answer: ContentAnswer | null,
  signal: AbortSignal,
): Promise<Outcome | null> {
  let outcome: Outcome | null = answer;
  for (const fault of faults) {
    if (outcome === 'drop' || outcome === 'hang') return outcome;
    if (fault.type === 'delay') await wait(fault.delayMs, undefined, { signal, ref: false });
    else outcome = applyFault(fault, outcome, signal);
  }
  return outcome;
}

function applyFault(
  fault: Exclude<Fault, { type: 'delay' }>,
  answer: ContentAnswer | null,
  signal: AbortSignal,
): Outcome | null {
  switch (fault.type) {
    case 'drop':
    case 'hang':
      return fault.type;
    case 'status':
      return statusContent(fault);
    case 'html': {
      const headers = { 'Content-Type': 'text/html; charset=utf-8' };
      return buffered(
        200,
        headers,
        '<!doctype html><title>Sign in</title><p>Welcome to this network.',
      );
    }
    case 'json':
      return jsonContent(200, fault.value);
    case 'truncate':
      return answer && withContent(answer, (source) => cut(source, fault.atBytes));
    case 'wrongHash':
      return answer && withContent(answer, flipLastByte);
    case 'slow':
      return (
        answer && withContent(answer, (source) => throttle(source, fault.bytesPerSecond, signal))
      );
    default:
      return fault satisfies never;
  }
}

function statusContent(fault: Extract<Fault, { type: 'status' }>): ContentAnswer {
  const byStatus = fault.status === 429 ? 'rate-limited' : 'unavailable';
  const refusal = new Refusal(
    fault.code ?? (fault.status === 500 ? 'internal' : byStatus),
    fault.message ?? 'A planned fault.',
    { status: fault.status },
  );
  const retryAfter = fault.retryAfterSeconds;
  return jsonContent(
    fault.status,
    refusal.toBody(),
    retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
  );
}

function withContent(
  answer: ContentAnswer,
  change: (source: AsyncIterable<Buffer>) => AsyncIterable<Buffer>,
): ContentAnswer {
  return { ...answer, open: () => Readable.from(change(answer.open()), { objectMode: false }) };
}

async function* cut(source: AsyncIterable<Buffer>, atBytes: number) {
  let left = atBytes;
  for await (const chunk of source) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

async function* flipLastByte(source: AsyncIterable<Buffer>) {
  let held: Buffer | null = null;
  for await (const chunk of source) {
    if (held) yield held;
    held = chunk;
  }
  if (!held) return;
  const changed = Buffer.from(held);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 0xff;
  yield changed;
}

const slicesPerSecond = 20;

async function* throttle(
  source: AsyncIterable<Buffer>,
  bytesPerSecond: number,
  signal: AbortSignal,
) {
  const size = Math.max(1, Math.round(bytesPerSecond / slicesPerSecond));
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += size) {
      const slice = chunk.subarray(at, at + size);
      yield slice;
      await wait((slice.length / bytesPerSecond) * 1_000, undefined, { signal });
    }
  }
}
