// What the palette shows for what was typed: commands, clips, places. Pure.
import {
  type ChosenKeys,
  type CommandId,
  commandIdsOn,
  commands,
  keysOf,
} from '#shared/commands.ts';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { Route } from '../app/router.ts';
import { clipTitle } from '../clip/clip-words.ts';
import { matches } from './match.ts';

export interface CommandItem {
  readonly id: CommandId;
  readonly name: string;
  readonly keys: string | null;
}

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly route: Route;
}

/** A place is a command of its own, or a part of a screen. */
export const isPlace = (id: CommandId) => id.startsWith('go.');

/** Those that are called so come before those that other words mean. */
export function commandItems(
  query: string,
  chosen: ChosenKeys,
  { hasClips, ...system }: Parameters<typeof commandIdsOn>[0] & { readonly hasClips: boolean },
): readonly CommandItem[] {
  const found = commandIdsOn(system)
    .filter((id) => id !== 'palette.open' && (hasClips || commands[id].isOfClips !== true))
    .filter((id) => matches(query, commands[id].label, commands[id].words));
  const isCalledSo = (id: CommandId) => matches(query, commands[id].label);
  const inOrder = [...found.filter(isCalledSo), ...found.filter((id) => !isCalledSo(id))];
  return inOrder.map((id) => ({ id, name: commands[id].label, keys: keysOf(id, chosen) }));
}

export function placeItems(query: string, places: readonly Place[]): readonly Place[] {
  return query.trim() === '' ? [] : places.filter(({ name }) => matches(query, name));
}

const mostClips = 5;

export function clipItems(clips: readonly GenerationSummary[]): readonly GenerationSummary[] {
  return clips.filter((clip) => clip.status === 'ready').slice(0, mostClips);
}

/** Without a title the prompt is the name, and is not said twice. */
export function hasOwnTitle(clip: GenerationSummary): boolean {
  return clipTitle(clip) !== clip.prompt.trim();
}
