// The keys that a command has now, as they stand in a tooltip or a menu; nothing where it has none.
import { type CommandId, keysOf } from '#shared/commands.ts';
import { formatAccelerator } from '#shared/domain/accelerator.ts';
import { isMac } from '../app/platform.ts';
import { useChosenKeys } from './use-command.ts';

export function useShortcuts(): (id: CommandId) => { readonly shortcut?: string } {
  const chosen = useChosenKeys();
  return (id) => {
    const keys = keysOf(id, chosen);
    return keys === null ? {} : { shortcut: formatAccelerator(keys, isMac(navigator)) };
  };
}
