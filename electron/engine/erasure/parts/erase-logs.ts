// The app's own log files and crash reports, by place and name.
import { join } from 'node:path';
import type { EnginePaths } from '../../engine-context.ts';
import { walkFiles } from '../file-tree.ts';
import { isLogFile } from '../home-names.ts';

/** Absolute. */
export function logFiles({ logs, home }: EnginePaths): string[] {
  const ownLogs = [...walkFiles(logs, () => false)]
    .filter(({ path, isPlainFile }) => isPlainFile && isLogFile(path))
    .map(({ path }) => join(logs, path));
  const crashes = join(home, 'Crashpad');
  const reports = [...walkFiles(crashes)]
    .filter(
      ({ path, isPlainFile }) =>
        isPlainFile && /^(pending|completed|new|reports)\/.*\.(dmp|meta)$/.test(path),
    )
    .map(({ path }) => join(crashes, path));
  return [...ownLogs, ...reports];
}
