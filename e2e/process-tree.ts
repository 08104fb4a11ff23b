// Finds the app's own processes by what they run. Linux only, as the tests are.
import { readdirSync, readFileSync } from 'node:fs';

interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function readProcesses(): ProcessInfo[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent: Number(afterName[1]), command }];
      } catch {
        return []; // it ended while we looked
      }
    });
}

/** The descendants of `root` whose command line holds `words`. */
export function findDescendants(root: number, words: string): number[] {
  const all = readProcesses();
  const family = new Set([root]);
  for (let grew = true; grew;) {
    const before = family.size;
    for (const info of all) if (family.has(info.parent)) family.add(info.pid);
    grew = family.size > before;
  }
  return all
    .filter((info) => info.pid !== root && family.has(info.pid) && info.command.includes(words))
    .map((info) => info.pid);
}
