// Does to a real engine, and to the model, what is done to collections. For tests and nothing else.
import type { ChangeStep, ClipChange } from '#shared/contract/organise.ts';
import type { CollectionId } from '#shared/domain/ids.ts';
import type { OrderedWorld } from '../audits/audit-order.ts';
import type { OrganiseAction } from './organise-actions.ts';
import type { Told } from './organise-model.ts';
import {
  modelArrange,
  modelCollect,
  modelDelete,
  modelMake,
  modelRename,
  modelUncollect,
} from './organise-model-collections.ts';

export type CollectionAction = Extract<
  OrganiseAction,
  { readonly collection: number } | { do: 'make' }
>;

interface CollectionWorld extends OrderedWorld {
  readonly collections: CollectionId[];
}
interface Done {
  readonly step: ChangeStep | null;
  readonly expected: Told | null;
}
const nothing: Done = { step: null, expected: null };

export async function actOnCollections(
  action: CollectionAction,
  world: CollectionWorld,
): Promise<Done> {
  const { engine, model, collections } = world;
  if (action.do === 'make') {
    const { step, collection } = await engine.call('collections.create', { name: action.name });
    collections.push(collection.id);
    return { step, expected: modelMake(model, action.name) };
  }
  const at = action.collection % Math.max(1, collections.length);
  const id = collections[at];
  if (id === undefined) return nothing;
  const isThere = (model.collections[at] ?? null) !== null;
  switch (action.do) {
    case 'rename': {
      if (!isThere) return nothing;
      const { step } = await engine.call('collections.rename', { id, name: action.name });
      return { step, expected: modelRename(model, at, action.name) };
    }
    case 'delete': {
      if (!isThere) return nothing;
      const { step } = await engine.call('collections.delete', { id });
      return { step, expected: modelDelete(model, at) };
    }
    case 'collect': {
      const step = await change(world, action.clips, { type: 'collect', collectionId: id });
      return { step, expected: modelCollect(model, action.clips, at) };
    }
    case 'uncollect': {
      const step = await change(world, action.clips, { type: 'uncollect', collectionId: id });
      return { step, expected: isThere ? modelUncollect(model, action.clips, at) : null };
    }
    case 'arrange': {
      const before = world.clips[action.before ?? -1]?.id ?? null;
      const step = await change(world, action.clips, { type: 'arrange', collectionId: id, before });
      const where = { into: at, before: action.before };
      return { step, expected: isThere ? modelArrange(model, action.clips, where) : null };
    }
    default:
      return action satisfies never;
  }
}

async function change(
  { engine, clips }: OrderedWorld,
  which: readonly number[],
  wanted: ClipChange,
): Promise<ChangeStep | null> {
  const ids = which.flatMap((index) => clips[index]?.id ?? []);
  return (await engine.call('clips.change', { ids, change: wanted })).step;
}
