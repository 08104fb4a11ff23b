// Runs the real command in a process of its own with a temporary home, as a script would.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FaultScriptInput } from '../../gateway/faults/fault-script.ts';

const entry = fileURLToPath(new URL('../kling5.ts', import.meta.url));

export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The one JSON document on stdout. */
  json<T>(): T;
}

export interface Kling5 {
  readonly folder: string;
  readonly home: string;
  /** A script for the gateway; it makes clips too small for anybody to wait for, unless it says otherwise. */
  cloudScript(script: FaultScriptInput): string;
  run(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Run>;
  start(args: readonly string[], env?: NodeJS.ProcessEnv): Started;
  remove(): void;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Run>;
  /** Resolves when this text has come out of stdout or stderr. */
  says(text: string): Promise<void>;
  /** What came out of stdout so far. */
  output(): string;
}

export function makeKling5(): Kling5 {
  const folder = mkdtempSync(join(tmpdir(), 'kling5-cli-'));
  const home = join(folder, 'home');
  const clean = { ...process.env };
  for (const name of ['KLING5_CLOUD_URL', 'KLING5_CLOUD_TOKEN', 'KLING5_GATEWAY_FAULTS'])
    delete clean[name];

  function cloudScript(script: FaultScriptInput): string {
    const file = join(folder, `cloud-${Object.keys(script).join('-')}.json`);
    writeFileSync(file, JSON.stringify({ smallClips: true, ...script }));
    return file;
  }
  const small = { KLING5_GATEWAY_FAULTS: cloudScript({}) };

  function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Started {
    const child = spawn(process.execPath, [entry, ...args], {
      cwd: folder,
      env: { ...clean, ...small, KLING5_HOME: home, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    let wake = () => undefined as void;
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      wake();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      wake();
    });
    const ended = new Promise<Run>((resolve) => {
      child.once('close', (exitCode) => {
        resolve({ exitCode, stdout, stderr, json: <T>() => JSON.parse(stdout) as T });
      });
    });
    const says = (text: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if ((stdout + stderr).includes(text)) resolve();
        };
        wake = look;
        look();
        void ended.then(() =>
          reject(new Error(`It ended without saying ${text}: ${stdout}${stderr}`)),
        );
      });
    return { child, ended, says, output: () => stdout };
  }

  return {
    folder,
    home,
    cloudScript,
    start,
    run: (args, env) => start(args, env).ended,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
