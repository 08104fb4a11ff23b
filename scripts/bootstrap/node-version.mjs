// The oldest Node.js that can install the project. Everything after the installation runs on the Node 24
// that package.json brings along.
import { SetupProblem } from '../problem.mjs';

export const oldestNode = 20;

/** Throws a SetupProblem when `version` (as in process.versions.node) is too old. */
export function requireNode(version) {
  if (Number.parseInt(version, 10) >= oldestNode) return;
  throw new SetupProblem(
    `Kling 5 Studio needs Node.js ${oldestNode} or newer; this is ${version}.`,
    'Get it from https://nodejs.org or with your system’s package tool, then run the same command again.',
  );
}
