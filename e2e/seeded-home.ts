// A home whose library has clips before the app is started, in a second instead of a minute. Their posters are pictures, their videos
// cannot be played.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from './launch.ts';

export async function seedHome(home: string, count: number): Promise<void> {
  const command = join(projectFolder, 'scripts', 'kling5.mjs');
  await promisify(execFile)(process.execPath, [
    command,
    'seed',
    '--count',
    String(count),
    '--home',
    home,
  ]);
}
