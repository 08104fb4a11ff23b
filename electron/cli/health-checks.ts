// The single checks of `kling5 doctor`. Each gives a sentence, never throws, and leaves things as they are.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Check } from '#shared/contract/data.ts';
import { toAppError } from '#shared/errors.ts';
import { systemClock } from '../engine/clock.ts';
import { createEndpointSource } from '../engine/cloud/endpoint.ts';
import { createGatewayClient } from '../engine/cloud/gateway-client.ts';
import { createHttpClient } from '../engine/cloud/http-client.ts';
import { inspectDatabase } from '../engine/database/inspect-database.ts';
import { migrations } from '../engine/database/migrations/index.ts';
import { pendingWipe } from '../engine/erasure/run-wipe.ts';
import { libraryIdOf } from '../engine/erasure/library-files.ts';
import { createSecretStore } from '../host/secrets.ts';
import { sizeLabel } from '../engine/size-label.ts';
import { createCliHost } from './host.ts';

const oldestNode = 22;
const smallDiskBytes = 500_000_000;

export function checkNode(): Check {
  const { version } = process;
  const ok = Number(process.versions.node.split('.')[0]) >= oldestNode;
  return {
    name: 'node',
    ok,
    message: ok
      ? `Node ${version}.`
      : `Node ${version} is too old; ${oldestNode} or later is needed.`,
  };
}

/** The folder itself, or the nearest one above that exists. */
function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}

export function checkHome(home: string): Check {
  const name = 'home';
  if (pendingWipe(home)) {
    return {
      name,
      ok: false,
      message: 'An erasure is not finished. It goes on with the next command or start.',
    };
  }
  try {
    accessSync(nearestFolder(home), constants.W_OK);
    return { name, ok: true, message: `${home} can be written to.` };
  } catch {
    return { name, ok: false, message: `${home} cannot be written to.` };
  }
}

export function checkLibrary(library: string): Check {
  const name = 'library';
  if (!existsSync(library))
    return { name, ok: true, message: `There is no library yet; it will be ${library}.` };
  if (libraryIdOf(library) !== null) return { name, ok: true, message: `${library} is a library.` };
  const isEmpty = readdirSync(library).length === 0;
  return {
    name,
    ok: isEmpty,
    message: isEmpty
      ? `${library} is empty.`
      : `${library} has no marker file of the app, so the app leaves it alone.`,
  };
}

export function checkDatabase(library: string): Check {
  const name = 'database';
  try {
    const inspection = inspectDatabase(join(library, 'library.db'), migrations.length);
    switch (inspection.state) {
      case 'absent':
        return { name, ok: true, message: 'There is no database yet.' };
      case 'whole':
        return { name, ok: true, message: `The database is whole, version ${inspection.version}.` };
      case 'newer':
        return {
          name,
          ok: false,
          message: 'The database was written by a newer version of the app.',
        };
      case 'damaged':
        return { name, ok: false, message: `The database is damaged: ${inspection.reason}.` };
      default:
        return inspection satisfies never;
    }
  } catch (thrown) {
    return {
      name,
      ok: false,
      message: `The database cannot be read: ${toAppError(thrown).message}.`,
    };
  }
}

export async function checkDisk(home: string): Promise<Check> {
  const name = 'disk';
  try {
    const { bavail, bsize } = await statfs(nearestFolder(home));
    const free = bavail * bsize;
    return { name, ok: free >= smallDiskBytes, message: `${sizeLabel(free)} free on the disk.` };
  } catch (thrown) {
    return { name, ok: false, message: `The disk cannot be asked: ${toAppError(thrown).message}.` };
  }
}

/** Asks the cloud who it is; starts the embedded gateway for that when no other is configured. */
export async function checkCloud(home: string, version: string): Promise<Check> {
  const name = 'cloud';
  const host = createCliHost(home);
  const http = createHttpClient({ clock: systemClock, version, record: () => () => undefined });
  try {
    const endpoints = createEndpointSource(host.client);
    const gateway = createGatewayClient({
      http,
      endpoints,
      clock: systemClock,
      onOutcome: () => undefined,
    });
    const { name: service, models } = await gateway.call('service');
    return { name, ok: true, message: `${service} answers and offers ${models.length} models.` };
  } catch (thrown) {
    return { name, ok: false, message: `The cloud does not answer: ${toAppError(thrown).message}` };
  } finally {
    http.close();
    await host.stop();
  }
}

/** A machine without a keychain is fine; one should know. */
export async function checkKeychain(home: string): Promise<Check> {
  const isAvailable = await createSecretStore(home).isAvailable();
  return {
    name: 'keychain',
    ok: true,
    message: isAvailable
      ? 'The keychain works.'
      : 'There is no keychain here. Sign-in lasts until the app ends.',
  };
}
