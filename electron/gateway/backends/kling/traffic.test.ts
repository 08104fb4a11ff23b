import { beforeEach, describe, expect, it } from 'vitest';
import { RenderFailure, RenderPostponed } from '../../backend.ts';
import { klingLimits } from './limits.ts';
import { errorRules, ruleFor } from './provider-errors.ts';
import { createTraffic, type Traffic } from './traffic.ts';

let nowMs = 0;
let luck = 0;
let traffic: Traffic;
beforeEach(() => {
  nowMs = 1_000_000;
  luck = 0;
  traffic = createTraffic(klingLimits, { now: () => nowMs }, () => luck);
});

const answer = (code: number, retryAfterMs: number | null = null) => ({
  rule: ruleFor(code, 429),
  detail: '',
  retryAfterMs,
});
const delayOf = (thrown: Error) => (thrown instanceof RenderPostponed ? thrown.delayMs : null);

describe.each([1302, 1303])('after error %i', (code) => {
  it('waits longer each time, up to a limit, spread by chance', () => {
    const delays = Array.from({ length: 6 }, () => delayOf(traffic.refused('m', answer(code))));
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    luck = 0.5;
    expect(delayOf(traffic.refused('m', answer(code)))).toBe(15_000);
  });

  it('waits as long as was asked for', () => {
    expect(delayOf(traffic.refused('m', answer(code, 45_000)))).toBe(45_000);
    nowMs += 44_999;
    expect(() => traffic.check('m')).toThrow(RenderPostponed);
    nowMs += 1;
    expect(() => traffic.check('m')).not.toThrow();
  });

  it('holds back that model alone, and forgets when an order went through', () => {
    traffic.refused('m', answer(code));
    expect(() => traffic.check('m')).toThrow('busy');
    expect(() => traffic.check('other')).not.toThrow();
    expect(traffic.trouble()).toBeNull();
    traffic.succeeded('m');
    expect(() => traffic.check('m')).not.toThrow();
    expect(delayOf(traffic.refused('m', answer(code)))).toBe(1_000);
  });
});

describe.each([1000, 1002, 1003, 1100, 1101, 1102, 1304])('after error %i', (code) => {
  it('nothing is sent for any model until a while has passed, and the reason is told', () => {
    expect(traffic.refused('m', answer(code))).toBeInstanceOf(RenderFailure);
    expect(traffic.trouble()).toBe(errorRules[code]?.message);
    expect(() => traffic.check('other')).toThrow(errorRules[code]?.message ?? 'none');
    nowMs += klingLimits.haltMs;
    expect(() => traffic.check('other')).not.toThrow();
    expect(traffic.trouble()).toBeNull();
  });
});

it.each([1103, 1200, 1201, 1202, 1203, 1300, 1301])('error %i stops its own job only', (code) => {
  expect(traffic.refused('m', answer(code))).toBeInstanceOf(RenderFailure);
  expect(() => traffic.check('m')).not.toThrow();
  expect(traffic.trouble()).toBeNull();
});

it('each try of a job waits longer than the one before, and never shorter than asked for', () => {
  expect([1, 2, 3].map(() => traffic.retryDelayMs('a'))).toEqual([1_500, 3_000, 6_000]);
  expect(traffic.retryDelayMs('b')).toBe(1_500);
  expect(traffic.retryDelayMs('b', 60_000)).toBe(60_000);
  traffic.forget('a');
  expect(traffic.retryDelayMs('a')).toBe(1_500);
});
