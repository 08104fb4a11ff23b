// What each command of the table does, and who asks for it: the application menu, its keys, or the palette.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import {
  type ChosenKeys,
  type CommandId,
  commandIdsOn,
  commandWithKeys,
  isCommandId,
} from '#shared/commands.ts';
import { acceleratorOf } from '#shared/domain/accelerator.ts';
import type { LibraryLayout, Preferences } from '#shared/domain/preferences.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import type { StudioCallName, StudioInput } from '#shared/contract/studio.ts';
import { isMac, isWindows } from '../app/platform.ts';
import { homeRoute, mostCompared, navigate, parseRoute, type Route } from '../app/router.ts';
import { setLayout } from '../clip/library-layout.ts';
import { useLibraryView } from '../clip/library-view.ts';
import { meantClips } from '../clip/meant-clips.ts';
import { useOrganise } from '../clip/use-organise.ts';
import { libraryRoute } from '../collections/collections-data.ts';
import { exportClips, exportEverything } from '../archive/export-flow.ts';
import { startImport } from '../archive/import-flow.ts';
import { queryKey, useStudioQuery } from '../engine/queries.ts';
import { call, on } from '../engine/studio.ts';
import { lookForFiles } from '../notices/look-for-files.ts';
import { saveElsewhere } from '../files/files-out.ts';
import { chooseOwnFiles } from '../files/own-files.ts';
import { tellCopied } from '../files/tell-copied.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { errorWords } from '../engine/error-words.ts';
import { toAppError } from '#shared/errors.ts';
import { useToasts } from '../ui/toast.tsx';
import { focusSearch } from './focus-search.ts';

export type RunCommand = (id: CommandId) => void;

const noKeys: ChosenKeys = {};

/** The keys that hold now. */
export function useChosenKeys(): ChosenKeys {
  return useStudioQuery('preferences.get', {}).data?.shortcuts ?? noKeys;
}

export function useRunCommand(openPalette: () => void): RunCommand {
  const t = useTranslate();
  const client = useQueryClient();
  const toasts = useToasts();
  const organise = useOrganise();
  return useMemo(() => {
    const ask = <K extends StudioCallName>(name: K, input: StudioInput<K>) =>
      void call(name, input).catch((thrown: unknown) =>
        toasts.show({ text: errorWords(t, toAppError(thrown)) }),
      );
    const prefer = (change: Partial<Preferences>) => {
      client.setQueryData<Preferences>(queryKey('preferences.get', {}), (known) =>
        known ? { ...known, ...change } : known,
      );
      ask('preferences.set', change);
    };
    const layOut = (layout: LibraryLayout) => {
      navigate(libraryInSight());
      setLayout(client, layout);
    };
    const ofClips = (run: (ids: readonly GenerationId[]) => void) => () => {
      const ids = meantClips();
      if (ids.length > 0) run(ids);
      else toasts.show({ text: t('organise:selectFirst') });
    };
    const runs: Readonly<Record<CommandId, () => void>> = {
      'clip.new': () => navigate(homeRoute),
      'files.import': chooseOwnFiles,
      'clips.saveElsewhere': ofClips(saveElsewhere),
      'clips.copyFiles': ofClips((ids) => tellCopied(t, toasts, ids)),
      'clips.reveal': ofClips(([id]) => {
        if (id !== undefined) ask('shell.revealOutput', { id });
      }),
      'archive.import': startImport,
      'archive.export': exportEverything,
      'clips.export': ofClips(exportClips),
      'library.show': () => ask('shell.open', { place: 'library' }),
      'library.findFiles': () => void lookForFiles(t, toasts),
      'change.undo': organise.undo,
      'change.redo': organise.redo,
      'clips.favourite': ofClips(
        (ids) => void organise.change(ids, { type: 'favourite', isFavourite: true }),
      ),
      'clips.trash': ofClips((ids) => void organise.change(ids, { type: 'trash' })),
      'clips.compare': ofClips((ids) =>
        navigate({ screen: 'compare', ids: ids.slice(0, mostCompared) }),
      ),
      'library.search': () => {
        navigate(libraryInSight());
        focusSearch();
      },
      'go.create': () => navigate(homeRoute),
      'go.queue': () => navigate({ screen: 'queue' }),
      'go.library': () => navigate({ screen: 'library' }),
      'go.trash': () => {
        useLibraryView.getState().filterBy({ place: 'trash', search: '', filters: '' });
        navigate({ screen: 'library' });
      },
      'go.prompts': () => navigate({ screen: 'prompts' }),
      'go.assets': () => navigate({ screen: 'assets' }),
      'go.your-data': () => navigate({ screen: 'your-data', tab: 'overview' }),
      'go.account': () => navigate({ screen: 'account' }),
      'go.settings': () => navigate({ screen: 'settings', section: 'general' }),
      'queue.pause': () => ask('queue.pause', {}),
      'queue.resume': () => ask('queue.resume', {}),
      'palette.open': openPalette,
      'layout.grid': () => layOut('grid'),
      'layout.list': () => layOut('list'),
      'layout.timeline': () => layOut('timeline'),
      'theme.dark': () => prefer({ theme: 'dark' }),
      'theme.light': () => prefer({ theme: 'light' }),
      'theme.system': () => prefer({ theme: 'system' }),
      'logs.show': () => ask('shell.open', { place: 'logs' }),
      'support.write': () => ask('shell.open', { place: 'support' }),
    };
    return (id: CommandId) => runs[id]();
  }, [client, openPalette, organise, t, toasts]);
}

/** An open collection stays open. */
function libraryInSight(): Route {
  const isThere = parseRoute(globalThis.location.hash).screen === 'library';
  return isThere ? libraryRoute() : { screen: 'library' };
}

/** The menu of the system asks by event; the keys are heard here, so that they work with every kind of menu. */
export function useCommandSources(isActive: boolean, run: RunCommand): void {
  const chosen = useChosenKeys();
  useEffect(
    () =>
      on('shell.command', ({ command }) => {
        if (isActive && isCommandId(command) && offered().includes(command)) run(command);
      }),
    [isActive, run],
  );
  useEffect(() => {
    if (!isActive) return undefined;
    const onMac = isMac(navigator);
    const listen = (event: KeyboardEvent) => {
      const keys = event.defaultPrevented || event.isComposing ? null : acceleratorOf(event, onMac);
      const id = keys === null ? null : commandWithKeys(keys, chosen, offered());
      if (id === null) return;
      event.preventDefault(); // the menu does not hear it as well then
      run(id);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isActive, run, chosen]);
}

const offered = () => commandIdsOn({ isWindows: isWindows(navigator) });
