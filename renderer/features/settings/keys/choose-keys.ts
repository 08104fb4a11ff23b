// Which keys are chosen once a command was given others. Pure.
import {
  type ChosenKeys,
  type CommandId,
  commandIdsOn,
  commands,
  commandWithKeys,
} from '#shared/commands.ts';

/** `undefined` goes back to the original keys, `null` takes them away. Keys of another command are taken from it. */
export function chooseKeys(
  chosen: ChosenKeys,
  id: CommandId,
  keys: string | null | undefined,
): ChosenKeys {
  const wanted = keys === undefined ? commands[id].keys : keys;
  const holder = wanted === null ? null : commandWithKeys(wanted, chosen);
  const next: Record<string, string | null> = { ...chosen };
  if (holder !== null && holder !== id) next[holder] = null;
  if (wanted === commands[id].keys) delete next[id];
  else next[id] = wanted;
  return next;
}

/** Which other command has these keys, among those that there are on this system. */
export function holderOf(
  keys: string,
  chosen: ChosenKeys,
  { id, isWindows }: { readonly id: CommandId; readonly isWindows: boolean },
): CommandId | null {
  const holder = commandWithKeys(keys, chosen, commandIdsOn({ isWindows }));
  return holder === id ? null : holder;
}
