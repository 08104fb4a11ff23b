// A program that has to run beside ours for a while: a virtual display, a message bus, a keychain.
// It ends when we stop it, when we exit, and on Linux even when we are killed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { endChild } from './child.mjs';

const readyLimitMs = 10_000;
const setpriv = '/usr/bin/setpriv';

/** True when the program is on the PATH. */
export function isInstalled(program, path = process.env.PATH ?? '') {
  return path.split(delimiter).some((dir) => existsSync(join(dir, program)));
}

/**
 * Starts a program. `input` goes to its stdin. With `reportsOn: 3` it waits until the program writes a line to file
 * descriptor 3 and returns that as `report`. Rejects when the program ends before that, or stays silent for 10 s.
 * `pid` is that of the program. It runs in a process group of its own, so that Ctrl-C reaches the programs that use it first.
 */
export async function startCompanion(program, args, { env, input, reportsOn } = {}) {
  const [command, ...rest] = withParentDeathSignal(program, args);
  const stdio = [input === undefined ? 'ignore' : 'pipe', 'ignore', 'pipe'];
  if (reportsOn === 3) stdio.push('pipe');
  const child = spawn(command, rest, { env, stdio, detached: true });
  const errors = [];
  child.stderr.on('data', (chunk) => errors.push(chunk));
  child.stdin?.end(input);
  const killOnExit = () => child.kill('SIGKILL');
  process.once('exit', killOnExit);
  const stop = async () => {
    await endChild(child);
    process.off('exit', killOnExit);
  };
  try {
    const report = reportsOn === 3 ? await firstLine(child, program, errors) : undefined;
    return { report, pid: child.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function firstLine(child, program, errors) {
  return new Promise((resolve, reject) => {
    const fail = (reason) => {
      const detail = Buffer.concat(errors).toString('utf8').trim();
      reject(new Error(`${program} ${reason}. ${detail}`.trim()));
    };
    const timer = setTimeout(() => fail('did not start within 10 s'), readyLimitMs);
    let text = '';
    child.stdio[3].on('data', (chunk) => {
      text += chunk.toString('utf8');
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
    child.once('error', (error) => fail(error.message));
    child.once('close', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}

/** Linux ends the program when this process dies in a way that leaves no time to clean up. */
function withParentDeathSignal(program, args) {
  if (process.platform !== 'linux' || !existsSync(setpriv)) return [program, ...args];
  return [setpriv, '--pdeathsig', 'KILL', program, ...args];
}
