// Reads what the test runners report and counts. Pure: it runs nothing and reads no file.

/**
 * Counts a Vitest JSON report. A file that fails before its tests run counts as one failure, and so does a runner
 * that ends badly although no test failed, or that leaves no report at all.
 */
export function countVitest(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  const brokenFiles = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults?.some(isFailed),
  ).length;
  return settled(report.numPassedTests ?? 0, (report.numFailedTests ?? 0) + brokenFiles, code);
}

/** Counts a Playwright JSON report. A test that passes at a second attempt counts as failed: we allow none. */
export function countPlaywright(report, code) {
  if (!report?.stats) return { passed: 0, failed: 1 };
  const { expected = 0, unexpected = 0, flaky = 0 } = report.stats;
  return settled(expected, unexpected + flaky, code);
}

/** How many starts of the app had to be repeated, which e2e/launch.ts says on stderr. */
export function countStartsAgain(report) {
  const inSuite = ({ suites = [], specs = [] }) =>
    specs
      .flatMap(({ tests }) => tests.flatMap(({ results }) => results.map(inResult)))
      .reduce(add, 0) + suites.map(inSuite).reduce(add, 0);
  const inResult = ({ stderr = [] }) =>
    stderr.filter(({ text }) => text?.includes('; started again.')).length;
  return (report?.suites ?? []).map(inSuite).reduce(add, 0);
}

const add = (sum, value) => sum + value;

/** Counts a command that only succeeds or fails as one test. */
export function countCommand(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

export function sum(counts) {
  return counts.reduce(
    (total, count) => ({
      passed: total.passed + count.passed,
      failed: total.failed + count.failed,
    }),
    { passed: 0, failed: 0 },
  );
}

/** The last line of a run, which other programs read. */
export function summaryLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** Nothing run is no success. */
export function exitCodeOf({ passed, failed }) {
  return failed > 0 || passed === 0 ? 1 : 0;
}

function settled(passed, failed, code) {
  const endedBadly = code !== 0 || passed + failed === 0;
  return { passed, failed: failed === 0 && endedBadly ? 1 : failed };
}

function isFailed(test) {
  return test.status === 'failed';
}
