// A few collections of a made-up library, in an order by hand. None where there are hardly any clips.
import type { Database } from '../../engine/database/database.ts';
import type { Chance } from './chance.ts';

const names = ['Night reel', 'Client: Harbour', 'Loops for the wall', '雨の街'] as const;
const fewestClips = 24;
const mostItems = 60;

export interface CollectionsSource {
  readonly chance: Chance;
  readonly makeId: () => string;
  readonly startMs: number;
}

export function addCollections(db: Database, { chance, makeId, startMs }: CollectionsSource): void {
  const clips = db.all<{ readonly sequence: number }>(
    `select sequence from generation where status = 'ready' and trashed_at is null order by sequence`,
  );
  if (clips.length < fewestClips) return;
  db.transaction(() => {
    for (const name of names) {
      const { id: collection } = db.run(
        'insert into collection (id, name, created_at, updated_at) values (?, ?, ?, ?)',
        makeId(),
        name,
        startMs,
        startMs,
      );
      const count = Math.min(mostItems, 6 + chance.below(Math.ceil(clips.length / 4)));
      for (let position = 1; position <= count; position += 1) {
        db.run(
          'insert into collection_item values (?, ?, ?, ?) on conflict do nothing',
          collection,
          clips[chance.below(clips.length)]?.sequence ?? 1,
          position,
          startMs,
        );
      }
    }
  });
}
