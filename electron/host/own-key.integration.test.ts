// The user's own key on its way from the store to the gateway's process, and what the gateway then says about itself.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serviceDescriptionSchema } from '#shared/gateway/service.ts';
import { type KlingTestServer, startKlingTestServer } from '../gateway/kling-test-server/server.ts';
import { forkChild } from '../process/forked-child.ts';
import { createEmbeddedGateway, type EmbeddedGateway } from './embedded-gateway.ts';
import { createOwnKeyStore, type OwnKeyStore } from './own-key.ts';
import { createSecretStore } from './secrets.ts';

const key = 'canary-own-key-93bd';
let home: string;
let platform: KlingTestServer;
let ownKey: OwnKeyStore;
let gateway: EmbeddedGateway;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kling5-own-key-'));
  platform = await startKlingTestServer({
    waitMs: 20,
    workMs: 30,
    keys: { apiKeys: [key], accessKeys: {} },
  });
  ownKey = createOwnKeyStore(createSecretStore(home), platform.baseUrl);
  gateway = createEmbeddedGateway({
    dir: join(home, 'embedded-gateway'),
    faultsFile: null,
    spawn: () =>
      forkChild({
        entry: fileURLToPath(new URL('../gateway/entry-gateway.ts', import.meta.url)),
      }),
    klingAccess: ownKey.access,
  });
});
afterEach(async () => {
  await gateway.stop();
  await ownKey.remove();
  await platform.close();
  await rm(home, { recursive: true, force: true });
});

async function service() {
  const { baseUrl } = await gateway.endpoint();
  return serviceDescriptionSchema.parse(await (await fetch(`${baseUrl}/v1/service`)).json());
}

it('makes the demo without a key, and Kling with one, from the next start on', async () => {
  expect((await ownKey.describe()).key).toBeNull();
  expect((await service()).provider).toEqual({ id: 'this-device', name: 'This device' });

  await ownKey.set({ key, region: 'global' });
  await gateway.stop();
  expect((await ownKey.describe()).key).toEqual({ scheme: 'api-key', region: 'global' });
  expect(await service()).toMatchObject({
    provider: { id: 'kling', name: 'Kling' },
    region: { name: 'Singapore' },
  });

  await ownKey.remove();
  await gateway.stop();
  expect((await service()).provider.id).toBe('this-device');
});

it('tells what kind of key there is and never the key', async () => {
  await ownKey.set({ key, secret: 'canary-secret-key-21', region: 'china' });
  const described = await ownKey.describe();
  expect(described.key).toEqual({ scheme: 'access-key', region: 'china' });
  expect(JSON.stringify(described)).not.toContain('canary');
});

it('leaves no process behind when it is stopped while it starts', async () => {
  const starting = gateway.endpoint();
  await gateway.stop();
  await expect(starting).rejects.toMatchObject({ code: 'cloud-unreachable' });
  expect(gateway.pid).toBeUndefined();
  expect((await service()).provider.id).toBe('this-device');
});

it('writes the key into no file of the gateway', async () => {
  await ownKey.set({ key, region: 'global' });
  await service();
  await gateway.stop();
  const files = await readdir(home, { recursive: true, withFileTypes: true });
  for (const file of files.filter((entry) => entry.isFile())) {
    const content = await readFile(join(file.parentPath, file.name));
    expect(content.includes(key), file.name).toBe(false);
  }
});
