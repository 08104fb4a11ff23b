// The counts that `npm test` ends with: nothing that went wrong may look like a success.
import { describe, expect, it } from 'vitest';
import {
  countCommand,
  countPlaywright,
  countStartsAgain,
  countVitest,
  exitCodeOf,
  sum,
  summaryLine,
} from './report.mjs';

const passedFile = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const redFile = { status: 'failed', assertionResults: [{ status: 'failed' }] };
const brokenFile = { status: 'failed', assertionResults: [] };

describe('a Vitest report', () => {
  it.each([
    ['all green', { numPassedTests: 3, numFailedTests: 0, testResults: [passedFile] }, 0, 3, 0],
    ['two red', { numPassedTests: 3, numFailedTests: 2, testResults: [passedFile] }, 1, 3, 2],
    [
      'a file that did not load',
      { numFailedTests: 1, testResults: [redFile, brokenFile] },
      1,
      0,
      2,
    ],
    ['a bad end without a red test', { numPassedTests: 3, testResults: [passedFile] }, 1, 3, 1],
    ['no tests at all', { numPassedTests: 0, testResults: [] }, 0, 0, 1],
    ['no report', undefined, 1, 0, 1],
  ])('%s', (_title, report, code, passed, failed) => {
    expect(countVitest(report, code)).toEqual({ passed, failed });
  });
});

describe('starts of the app that had to be repeated', () => {
  const spec = (...stderr) => ({ tests: [{ results: [{ stderr }] }] });
  const again = { text: 'The debugger got no answer in 20 s; started again.\n' };

  it('are counted in every suite, and nothing else is', () => {
    const inner = { specs: [spec(again, { text: 'a warning' }), spec()] };
    const report = { suites: [{ specs: [spec(again)], suites: [inner] }, { specs: [spec({})] }] };
    expect(countStartsAgain(report)).toBe(2);
    expect(countStartsAgain(undefined)).toBe(0);
  });
});

describe('a Playwright report', () => {
  it.each([
    ['all green', { stats: { expected: 5, unexpected: 0, flaky: 0 } }, 0, 5, 0],
    [
      'one red, one only at the second attempt',
      { stats: { expected: 3, unexpected: 1, flaky: 1 } },
      1,
      3,
      2,
    ],
    ['a bad end without a red test', { stats: { expected: 5 } }, 1, 5, 1],
    ['nothing run', { stats: {} }, 0, 0, 1],
    ['no report', undefined, 1, 0, 1],
  ])('%s', (_title, report, code, passed, failed) => {
    expect(countPlaywright(report, code)).toEqual({ passed, failed });
  });
});

describe('the end of a run', () => {
  it('adds up, and says so in one plain line', () => {
    const total = sum([countCommand(0), countCommand(2), { passed: 40, failed: 1 }]);
    expect(summaryLine(total)).toBe('41 passed, 2 failed');
    expect(exitCodeOf(total)).toBe(1);
  });

  it('is a success only when something passed and nothing failed', () => {
    expect(exitCodeOf({ passed: 1, failed: 0 })).toBe(0);
    expect(exitCodeOf({ passed: 0, failed: 0 })).toBe(1);
  });
});
