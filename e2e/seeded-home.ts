// A home whose library has clips before the app is started, in seconds instead of minutes.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from './launch.ts';

/** `videos`: distinct ones; a few shared ones are made faster. */
export async function seedHome(home: string, count: number, videos = 6): Promise<void> {
  const command = join(projectFolder, 'scripts', 'kling5.mjs');
  await promisify(execFile)(process.execPath, [
    command,
    'seed',
    '--count',
    String(count),
    '--videos',
    String(videos),
    '--home',
    home,
  ]);
}
