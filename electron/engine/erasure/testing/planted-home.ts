// A home with a library as a real engine leaves them, with words and pictures planted in every store, and files of others beside and
// inside. The wipe is ordered, and nothing of it is done. For tests of the wipe.
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pngOf } from '../../../gateway/testing/png.ts';
import { backUp } from '../../database/backup.ts';
import { systemClock } from '../../clock.ts';
import { createLogFile } from '../../logging/log-file.ts';
import { type Needle, pieceNeedle, wordNeedle } from '../../testing/byte-scan.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestCloud,
  type TestEngine,
} from '../../testing/start-engine.ts';
import { createTestClock } from '../../testing/test-clock.ts';
import { claimHome } from '../home-marker.ts';

/** By store; nothing that another begins with, since an index keeps common beginnings once. */
export const words = {
  prompt: 'zaffrekumquat',
  title: 'wobblyquincunx',
  notes: 'jocundpterodactyl',
  tag: 'vexingmarmalade',
  assetName: 'gargantuanokapi',
  draft: 'xanthicbumblebee',
  log: 'fluorescentyak',
  preferences: 'ochreperiwinkle',
  ledger: 'dodecahedronmint',
  chromium: 'quixoticnarwhal',
  incoming: 'hyperborealfig',
  crash: 'luminescentegret',
  savedPrompt: 'cobaltpangolin',
  savedWording: 'amberwombat',
  snippet: 'umberlorikeet',
  savedSearch: 'velvetaardwolf',
  searchText: 'magentabandicoot',
  collection: 'puceechidna',
  request: 'saffrontapir',
} as const;

export interface PlantedHome {
  readonly needles: readonly Needle[];
  /** Files of others, by their path, with their content. */
  readonly strangers: ReadonlyMap<string, string>;
}

export async function plantHome(home: string, gateway: TestCloud): Promise<PlantedHome> {
  const strangers = new Map<string, string>();
  const write = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  claimHome(home);
  const needles = [...Object.values(words).map(wordNeedle), ...(await plantLibrary(home, gateway))];
  const utf16 = Buffer.from(words.chromium, 'utf16le');
  write(join(home, 'preferences.json'), JSON.stringify({ note: words.preferences }));
  write(join(home, 'Local Storage/leveldb/000003.log'), utf16);
  write(
    join(home, 'Cache/Cache_Data/data_1'),
    Buffer.from(`#${words.chromium}`).toString('base64'),
  );
  write(join(home, 'Crashpad/completed/a.dmp'), words.crash);
  for (const path of [
    join(home, 'holiday.jpg'),
    join(home, 'Cache/my essay.docx'),
    join(home, 'library/notes of mine.txt'),
    join(home, 'library/videos/own film.mp4'),
    join(home, 'library/backups/mine.db'),
    join(dirname(home), 'beside/thesis.txt'),
  ]) {
    const content = randomBytes(40).toString('hex');
    strangers.set(path, content);
    write(path, content);
  }
  return { needles, strangers };
}

/** In the library and, through the engine, in home; ends with the order to wipe. */
async function plantLibrary(home: string, gateway: TestCloud): Promise<Needle[]> {
  const log = createLogFile(join(home, 'logs'), systemClock);
  const deps = { clock: createTestClock(100), log };
  const engine = await startTestEngine({ cloud: gateway, folder: home, deps });
  const { db, paths } = engine.engine.context;
  await prepareToCreate(engine);
  const picture = join(dirname(home), `${words.assetName}.png`);
  writeFileSync(picture, pngOf(320, 300, 3));
  const asset = await engine.call('assets.import', { grantId: engine.grant(picture) });
  const { items } = await engine.call('generations.create', {
    ...demoDraft,
    prompt: `${words.prompt} over the bay`,
    kind: 'image-to-video',
    images: [{ role: 'first-frame', assetId: asset.id }],
  });
  const id = items[0]?.id ?? '';
  await engine.ended(id);
  await engine.call('generations.update', { id, title: words.title });
  await engine.call('clips.change', { ids: [id], change: { type: 'notes', notes: words.notes } });
  await engine.call('clips.change', { ids: [id], change: { type: 'tag', add: [words.tag] } });
  await engine.call('clips.change', { ids: [id], change: { type: 'label', label: 'red' } });
  await plantKept(engine, id);
  await engine.call('drafts.set', {
    draft: { ...demoDraft, prompt: words.draft, parameters: {}, images: [], takes: 1 },
  });
  db.run(
    `insert into network_request (at, method, host, path, purpose, data_kinds, bytes_sent, bytes_received, outcome,
       duration_ms) values (1, 'GET', ?, '/', 'test', '[]', 1, 1, 'ok', 1)`,
    `${words.ledger}.example`,
  );
  const pictures = db
    .all<{ readonly path: string }>(
      `select file_path as path from output union all select poster_path from output
       union all select file_path from asset`,
    )
    .map(({ path }) => {
      writeFileSync(join(paths.library, path), randomBytes(9000)); // those of the tests are alike
      return pieceNeedle(path, readFileSync(join(paths.library, path)));
    });
  writeFileSync(join(paths.incoming, 'k7f3q2k7f3q2-0.part'), words.incoming);
  backUp(db.connection, paths.backups, 'upgrade', 1_000_000);
  appendFileSync(join(home, 'logs/engine.log'), `${words.log}\n`);
  const { planId } = await engine.call('erasure.plan', {});
  await engine.call('erasure.order', { planId });
  await engine.close();
  return pictures;
}

/** What people keep by name or write to support. */
async function plantKept(engine: TestEngine, id: string): Promise<void> {
  const { id: promptId } = await engine.call('savedPrompts.add', {
    title: words.savedPrompt,
    text: words.savedWording,
  });
  await engine.call('savedPrompts.change', { id: promptId, text: 'another wording' });
  await engine.call('savedPrompts.add', { kind: 'snippet', title: 'light', text: words.snippet });
  const search = { name: words.savedSearch, search: words.searchText, sort: 'newest' } as const;
  await engine.call('searches.save', search);
  const { collection } = await engine.call('collections.create', { name: words.collection });
  const change = { type: 'collect', collectionId: collection.id } as const;
  await engine.call('clips.change', { ids: [id], change });
  await engine.call('privacyRequests.write', { kind: 'access', text: words.request });
}
