// A home whose library has clips before the app is started, in seconds instead of minutes; every journey gets a copy of its own.
import { execFile } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder, temporaryFolder } from './launch.ts';

/** Made once in this process, by what they were made from. */
const templates = new Map<string, Promise<string>>();
/** More clips than this are seeded where they are wanted: their copy is no shorter. */
const mostCopied = 1000;

/** `videos`: distinct ones; a few shared ones are made faster. */
export async function seedHome(home: string, count: number, videos = 6): Promise<void> {
  if (count > mostCopied) return seed(home, count, videos);
  const key = `${count} ${videos}`;
  const template = templates.get(key) ?? makeTemplate(count, videos);
  templates.set(key, template);
  const from = await template;
  cpSync(from, home, { recursive: true, preserveTimestamps: true });
  const known = join(home, 'known-library.json');
  writeFileSync(known, readFileSync(known, 'utf8').replaceAll(from, home));
}

async function makeTemplate(count: number, videos: number): Promise<string> {
  const folder = temporaryFolder('seeded');
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await seed(folder, count, videos);
  return folder;
}

async function seed(home: string, count: number, videos: number): Promise<void> {
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
