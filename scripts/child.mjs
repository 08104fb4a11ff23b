// Child processes for the scripts: run one and wait, with its output shown or collected, a time limit,
// and signals passed on. It knows nothing about what is run.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const killGraceMs = 5_000;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command to its end and never throws for its failure.
 * Resolves to `{ code, output, timedOut, interrupted, error }`: `output` is stdout and stderr together unless
 * `show` is set, `code` is 128 + signal number when a signal ended it and 127 when it could not be started,
 * `interrupted` is the signal that we ourselves were sent meanwhile.
 */
export function run(command, args, options = {}) {
  const { cwd, env, show = false, timeLimitMs, shell = false, stdin = 'ignore' } = options;
  return new Promise((resolve) => {
    const stdio = [stdin, show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'];
    const child = spawn(command, args, { cwd, env, stdio, shell });
    const forwarding = forwardSignals(child);
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    let timedOut = false;
    const onTimeLimit = () => {
      timedOut = true;
      child.kill('SIGKILL');
    };
    const timer = timeLimitMs ? setTimeout(onTimeLimit, timeLimitMs) : undefined;
    const finish = (code, error) => {
      clearTimeout(timer);
      const interrupted = forwarding.stop();
      const output = Buffer.concat(chunks).toString('utf8');
      resolve({ code, output, timedOut, interrupted, error });
    };
    child.once('error', (error) => finish(127, error));
    child.once('close', (code, signal) => finish(code ?? signalExitCode(signal)));
  });
}

/** The exit code a shell reports for a process that a signal ended. */
export function signalExitCode(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}

/**
 * Passes the signals we get to the child; from the second one on it is ended by force. A terminal sends Ctrl-C to
 * the child itself. `stop()` ends this and returns the signal received, if any.
 */
export function forwardSignals(child) {
  let received;
  const handler = (signal) => {
    if (received) child.kill('SIGKILL');
    else if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    received = signal;
  };
  for (const signal of signals) process.on(signal, handler);
  return {
    stop() {
      for (const signal of signals) process.off(signal, handler);
      return received;
    },
  };
}

/** Ends a child that we started: politely first, by force after five seconds. Safe to call twice. */
export async function endChild(child, graceMs = killGraceMs) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}
