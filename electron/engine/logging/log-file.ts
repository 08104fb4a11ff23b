// The engine's log: one JSON object a line, in a few files of limited size. Redacts what must not be there even by mistake.
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, isoTime } from '../clock.ts';
import type { Log, LogFacts } from './log.ts';
import { redactFacts } from './redact.ts';

const maxBytes = 1024 * 1024;
const keptFiles = 4;
const fileName = 'engine.log';

export function createLogFile(folder: string, clock: Clock): Log {
  const file = join(folder, fileName);
  let bytes: number | null = null;

  function write(level: string, event: string, facts: LogFacts = {}): void {
    const line = `${JSON.stringify({ at: isoTime(clock.now()), level, event, ...redactFacts(facts) })}\n`;
    try {
      if (bytes === null) {
        mkdirSync(folder, { recursive: true });
        bytes = sizeOf(file);
      }
      if (bytes + line.length > maxBytes) {
        rotate(file);
        bytes = 0;
      }
      appendFileSync(file, line);
      bytes += Buffer.byteLength(line);
    } catch {
      bytes = null; // a full or vanished disk must not stop the engine for want of a log
    }
  }

  return {
    info: (event, facts) => write('info', event, facts),
    warn: (event, facts) => write('warn', event, facts),
    error: (event, facts) => write('error', event, facts),
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function rotate(file: string): void {
  rmSync(`${file}.${keptFiles}`, { force: true });
  for (let number = keptFiles - 1; number >= 0; number -= 1) {
    const from = number === 0 ? file : `${file}.${number}`;
    if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${file}.${number + 1}`);
  }
}
