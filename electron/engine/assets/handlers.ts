// The calls that keep reference images in order. An image that a clip was made with is never erased here.
import { readFile } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import { countAssets, listAssets, requireAsset, toAsset } from '../database/asset-reads.ts';
import { readSequences } from '../database/generation-reads.ts';
import {
  currentAsset,
  findAssets,
  requireKeptAsset,
  toKeptAsset,
  usesOfAsset,
} from '../database/kept-assets.ts';
import { findVideos } from '../database/reference-videos.ts';
import type { AssetsHandlers, EngineContext } from '../engine-context.ts';
import type { GenerationViews } from '../jobs/generation-views.ts';
import { cropImage } from '../library/crop-image.ts';
import { importAsset, keepImage } from '../library/import-asset.ts';
import { libraryFile } from '../library/library-file.ts';
import { eraseAssets } from './erase-assets.ts';

type Needs = Pick<EngineContext, 'db' | 'clock' | 'ids' | 'paths' | 'emit' | 'host'>;

export function createAssetsHandlers(
  context: Needs,
  views: Pick<GenerationViews, 'summary'>,
): AssetsHandlers {
  const { db, host } = context;
  const changed = (reason: 'added' | 'updated' | 'removed') =>
    context.emit('library.changed', { reason });
  const kept = (id: string) => toKeptAsset(requireKeptAsset(db, id));
  return {
    'assets.import': async ({ grantId }) => {
      const { path } = await host.call('grants.redeem', { grantId, use: 'read' });
      return toAsset(await importAsset(context, path));
    },
    'assets.get': ({ id }) => toAsset(requireAsset(db, id)),
    'assets.list': ({ limit }) => ({
      items: listAssets(db, limit).map(toAsset),
      total: countAssets(db),
    }),
    'assets.find': (question) => {
      const { rows, ...sums } = findAssets(db, question);
      return { items: rows.map(toKeptAsset), ...sums };
    },
    'assets.videos': (question) => {
      const { videos, ...rest } = findVideos(db, question);
      const items = videos.flatMap(({ sequence, usedBy }) => {
        const [row] = readSequences(db, [sequence]);
        return row ? [{ clip: views.summary(row), usedBy }] : [];
      });
      return { items, ...rest };
    },
    'assets.kept': ({ id }) => kept(id),
    'assets.uses': ({ id, limit }) => {
      const { sequences, total } = usesOfAsset(db, requireKeptAsset(db, id).sequence, limit);
      return { items: readSequences(db, sequences).map((row) => views.summary(row)), total };
    },
    'assets.current': ({ ids }) => ({
      items: ids.flatMap((id) => {
        const row = currentAsset(db, id);
        return row ? [{ id, current: toAsset(row) }] : [];
      }),
    }),
    'assets.replace': ({ id, by }) => {
      db.transaction(() => replaceAsset(context, id, by));
      changed('updated');
      return kept(id);
    },
    'assets.rename': ({ id, name }) => {
      requireKeptAsset(db, id);
      db.run('update asset set original_name = ? where id = ?', name, id);
      changed('updated');
      return kept(id);
    },
    'assets.crop': async ({ id, ...area }) => {
      const row = requireKeptAsset(db, id);
      const bytes = await readFile(libraryFile(context.paths.library, row.file_path)).catch(
        (thrown: unknown) => {
          throw new AppError('file-missing', 'This image is not where it was.', { cause: thrown });
        },
      );
      const part = await cropImage(bytes, row.mime_type, area);
      const asset = toAsset(await keepImage(context, { bytes: part, name: nameOfPart(row) }));
      changed('added');
      return asset;
    },
    'assets.erase': async ({ ids }) => {
      const erased = await eraseAssets(context, ids);
      if (erased.count > 0) changed('removed');
      return erased;
    },
  };
}

/** `boat.png` → `boat cropped.png` */
function nameOfPart({ original_name: name }: { readonly original_name: string }): string {
  const dot = name.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  return `${stem.replace(/ cropped$/, '').slice(0, 200)} cropped${end}`;
}

function replaceAsset({ db }: Needs, id: string, by: string | null): void {
  const row = requireKeptAsset(db, id);
  const other = by === null ? null : requireKeptAsset(db, by);
  if (other && currentAsset(db, other.id)?.id === row.id) {
    throw new AppError('conflict', 'This image stands for the other one already.');
  }
  db.run('update asset set replaced_by = ? where id = ?', other?.sha256 ?? null, row.id);
}
