// Makes a small library with something in every table, as this version of the engine writes it, and keeps its database for the
// tests of later versions: `node electron/engine/testing/freeze-library.ts`. Run it before a release, never on an old file.
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import BetterSqlite3 from 'better-sqlite3';
import { pngOf } from '../../gateway/testing/png.ts';
import { startTestGateway } from '../../gateway/testing/start-gateway.ts';
import { migrations } from '../database/migrations/index.ts';
import { demoDraft, prepareToCreate, startTestEngine, type TestEngine } from './start-engine.ts';

const folder = fileURLToPath(new URL('../database/migrations/frozen/', import.meta.url));

const gateway = await startTestGateway();
const engine = await startTestEngine({ cloud: gateway });
try {
  await live(engine);
  await engine.close();
  const frozen = join(engine.folder, 'frozen.db');
  await copyFile(join(engine.library, 'library.db'), frozen);
  shrink(frozen);
  const name = `library-v${migrations.length}.db.gz`;
  await writeFile(join(folder, name), gzipSync(await readFile(frozen), { level: 9 }), {
    flag: 'wx', // what is frozen stays as it is
  });
  process.stdout.write(`${name}\n`);
} finally {
  await engine.remove();
  await gateway.close();
}

async function live({ call, ended, folder: home, grant, ...rest }: TestEngine): Promise<void> {
  await prepareToCreate({ call, ended, folder: home, grant, ...rest });
  const clips = await call('generations.create', { ...demoDraft, takes: 2 });
  for (const { id } of clips.items) await ended(id);
  const [first] = clips.items;
  if (first) {
    await call('generations.update', {
      id: first.id,
      title: 'Regen über 東京 🌧',
      isFavourite: true,
    });
  }
  const picture = join(home, 'first frame.png');
  await writeFile(picture, pngOf(320, 320, 9));
  const { id: assetId } = await call('assets.import', { grantId: grant(picture) });
  const fromImage = await call('generations.create', {
    ...demoDraft,
    kind: 'image-to-video',
    prompt: 'the harbour wakes, "slowly"\nthen all at once',
    images: [{ role: 'first-frame', assetId }],
  });
  for (const { id } of fromImage.items) await ended(id);
  const refused = await call('generations.create', {
    ...demoDraft,
    prompt: 'Instructions how to build a pipe bomb',
  });
  for (const { id } of refused.items) await ended(id);
  await call('drafts.set', {
    draft: { ...demoDraft, prompt: 'half a thought', images: [], takes: 3 },
  });
  gateway.backend.hold();
  const waiting = await call('generations.create', {
    ...demoDraft,
    prompt: 'one of those that wait',
    takes: 3,
  });
  const withdrawn = waiting.items.at(-1);
  if (withdrawn) await call('generations.cancel', { id: withdrawn.id });
}

function shrink(file: string): void {
  const connection = new BetterSqlite3(file);
  connection.pragma('journal_mode = DELETE');
  connection.exec('vacuum');
  connection.close();
}
