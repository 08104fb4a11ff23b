import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beginIncoming } from '../database/output-writes.ts';
import { demoDraft } from '../testing/start-engine.ts';
import { sweepIncoming } from './sweep-incoming.ts';
import { useStudio } from '../testing/use-studio.ts';

const studio = useStudio();

/** Two jobs that wait; a download was begun for the first. */
async function start() {
  await studio.engine.call('queue.pause', {});
  const { items } = await studio.engine.call('generations.create', { ...demoDraft, takes: 2 });
  const { db } = studio.engine.engine.context;
  const [first, second] = items.map(({ id }) => id);
  const row = db.get<{ sequence: number }>(
    'select sequence from generation where id = ?',
    first ?? '',
  );
  if (!row) throw new Error('The job is not there');
  const { outputId } = beginIncoming(db, row.sequence, 0, 'output000000');
  const incoming = join(studio.engine.library, 'incoming');
  mkdirSync(incoming, { recursive: true });
  return { db, incoming, first: first ?? '', second: second ?? '', outputId };
}

describe('the sweep of part files', () => {
  it('leaves what an unfinished job goes on with', async () => {
    const { db, incoming, first, second, outputId } = await start();
    const wanted = [`${first}-0.part`, `${outputId}-poster.part`, `${second}-1.part`];
    for (const name of wanted) writeFileSync(join(incoming, name), 'x');

    expect(await sweepIncoming(db, incoming)).toBe(0);
    expect(readdirSync(incoming).toSorted()).toEqual(wanted.toSorted());
  });

  it('removes what no job will ask for again', async () => {
    const { db, incoming, first, outputId } = await start();
    for (const name of [`${first}-0.part`, `${outputId}-poster.part`, 'gone00000000-poster.part']) {
      writeFileSync(join(incoming, name), 'x');
    }
    await studio.engine.call('generations.cancel', { id: first });
    writeFileSync(join(incoming, `${first}-0.part`), 'came back after a power cut');

    expect(await sweepIncoming(db, incoming)).toBeGreaterThan(0);
    expect(readdirSync(incoming)).toEqual([]);
  });

  it('leaves what is not a part file of this app', async () => {
    const { db, incoming } = await start();
    for (const name of ['notes.part', 'holiday.mp4', 'abcdefgh-0.part.txt']) {
      writeFileSync(join(incoming, name), 'x');
    }

    expect(await sweepIncoming(db, incoming)).toBe(0);
    expect(readdirSync(incoming)).toHaveLength(3);
  });
});
