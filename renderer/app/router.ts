// Addresses of the screens as `#/…`, typed both ways. Must not know any component.
import { startTransition, useEffect, useMemo, useState } from 'react';
import { type DataKind, dataKinds } from '#shared/domain/data-kinds.ts';
import type { CollectionId, GenerationId, SavedSearchId } from '#shared/domain/ids.ts';
import type { SavedPromptId } from '#shared/domain/saved-prompt-schemas.ts';

export const yourDataTabs = [
  'overview',
  'storage',
  'map',
  'ledger',
  'cloud-copies',
  'receipts',
] as const;
export type YourDataTab = (typeof yourDataTabs)[number];

export const settingsSections = [
  'general',
  'appearance',
  'library',
  'generation',
  'security',
  'shortcuts',
  'diagnostics',
  'about',
] as const;
export type SettingsSection = (typeof settingsSections)[number];

/**
 * How Create starts from a clip: `vary` recalls prompt and settings and notes the clip as where the new one comes from, `edit` does
 * the same and puts the cursor into the prompt, `extend` makes the clip longer, `continue` starts from its last frame, or from `frame`.
 */
const createModes = ['vary', 'edit', 'extend', 'continue'] as const;
export type CreateMode = (typeof createModes)[number];

export type Route =
  | {
      readonly screen: 'create';
      /** The clip to start from, and how; `vary` when nothing is said. */
      readonly from?: GenerationId;
      readonly mode?: CreateMode;
      /** From 1; only to continue from it. */
      readonly frame?: number;
      /** Start with a prompt of the library instead, or with these words; everything else as it was. */
      readonly saved?: SavedPromptId;
      readonly prompt?: string;
    }
  /** `job`: the one whose story the inspector tells. */
  | { readonly screen: 'queue'; readonly job?: GenerationId }
  /** All of it as it was left, one collection, or what a saved search finds. */
  | {
      readonly screen: 'library';
      readonly collection?: CollectionId;
      readonly saved?: SavedSearchId;
    }
  | { readonly screen: 'viewer'; readonly id: GenerationId }
  /** One to four clips, in the order of their letters. */
  | { readonly screen: 'compare'; readonly ids: readonly GenerationId[] }
  | { readonly screen: 'prompts' }
  | { readonly screen: 'assets' }
  /** `kind`: opened into its rows; `row`: the one whose fields are shown. */
  | {
      readonly screen: 'your-data';
      readonly tab: YourDataTab;
      readonly kind?: DataKind;
      readonly row?: string;
    }
  | { readonly screen: 'account' }
  | { readonly screen: 'settings'; readonly section: SettingsSection }
  /** Every component with its states; only in development. */
  | { readonly screen: 'components' }
  | { readonly screen: 'unknown' };

export type ScreenName = Route['screen'];

export const homeRoute = { screen: 'create' } as const satisfies Route;

/** Reads `location.hash`. Anything that is not an address of ours is `unknown`, an empty one is Create. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const [screen = '', argument, ...rest] = path.split('/').filter((part) => part !== '');
  const parameters = new URLSearchParams(query);
  const from = idOrNull(parameters.get('from'));
  const prompt = promptOrNull(parameters.get('prompt'));
  const saved = savedOrNull(parameters.get('saved'));
  const mode = createModes.find((known) => known === parameters.get('mode'));
  const job = idOrNull(parameters.get('job'));
  if (rest.length > 0) return { screen: 'unknown' };
  if (screen === '') return homeRoute;
  if (argument !== undefined) return parseDeep(screen, argument);
  switch (screen) {
    case 'create':
      if (from !== null) return { screen, from, ...startOf(mode, parameters.get('frame')) };
      if (saved !== null) return { screen, saved };
      return prompt === null ? { screen } : { screen, prompt };
    case 'queue':
      return job === null ? { screen } : { screen, job };
    case 'library':
      return parseLibrary(parameters);
    case 'prompts':
    case 'assets':
    case 'account':
    case 'components':
      return { screen };
    case 'compare':
      return { screen, ids: [] };
    case 'your-data':
      return { screen, tab: 'overview', ...openedKind(parameters) };
    case 'settings':
      return { screen, section: 'general' };
    default:
      return { screen: 'unknown' };
  }
}

function startOf(mode: CreateMode | undefined, frame: string | null) {
  if (mode === undefined) return {};
  const isFrame = mode === 'continue' && frame !== null && /^[1-9]\d{0,6}$/.test(frame);
  return isFrame ? { mode, frame: Number(frame) } : { mode };
}

function parseLibrary(parameters: URLSearchParams): Route {
  const collection = parameters.get('collection');
  const saved = parameters.get('saved');
  if (isId<CollectionId>(collection)) return { screen: 'library', collection };
  return isId<SavedSearchId>(saved) ? { screen: 'library', saved } : { screen: 'library' };
}

function parseDeep(screen: string, argument: string): Route {
  if (screen === 'viewer' && isGenerationId(argument)) return { screen, id: argument };
  if (screen === 'compare') return parseCompare(argument);
  if (screen === 'your-data' && isOneOf(yourDataTabs, argument)) return { screen, tab: argument };
  if (screen === 'settings' && isOneOf(settingsSections, argument))
    return { screen, section: argument };
  return { screen: 'unknown' };
}

export const mostCompared = 4;

function parseCompare(argument: string): Route {
  const ids = argument.split('+');
  const isFine =
    ids.every(isGenerationId) && ids.length <= mostCompared && new Set(ids).size === ids.length;
  return isFine ? { screen: 'compare', ids: ids.filter(isGenerationId) } : { screen: 'unknown' };
}

export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'create':
      return `#/create${createQuery(route)}`;
    case 'queue':
      return route.job === undefined ? '#/queue' : `#/queue?job=${route.job}`;
    case 'viewer':
      return `#/viewer/${route.id}`;
    case 'compare':
      return route.ids.length === 0 ? '#/compare' : `#/compare/${route.ids.join('+')}`;
    case 'your-data':
      if (route.tab !== 'overview') return `#/your-data/${route.tab}`;
      return `#/your-data${kindQuery(route)}`;
    case 'settings':
      return route.section === 'general' ? '#/settings' : `#/settings/${route.section}`;
    case 'unknown':
      return formatRoute(homeRoute);
    case 'library':
      if (route.collection !== undefined) return `#/library?collection=${route.collection}`;
      return route.saved === undefined ? '#/library' : `#/library?saved=${route.saved}`;
    case 'prompts':
    case 'assets':
    case 'account':
    case 'components':
      return `#/${route.screen}`;
    default:
      return route satisfies never;
  }
}

/** Goes there. `replace` leaves no step for Back, for changes within a screen. */
export function navigate(route: Route, options: { readonly replace?: boolean } = {}): void {
  const hash = formatRoute(route);
  if (options.replace === true) location.replace(hash);
  else location.hash = hash;
  // The browser tells it in a task of its own, and may draw a frame before that.
  for (const tell of followers) tell();
}

const followers = new Set<() => void>();

/** A transition: the screen that comes is painted before the effects of the one that goes are ended. */
export function useRoute(): Route {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const follow = () => startTransition(() => setHash(location.hash));
    follow(); // it may have changed since this was drawn
    return listenToHash(follow);
  }, []);
  return useMemo(() => parseRoute(hash), [hash]);
}

function listenToHash(onChange: () => void): () => void {
  followers.add(onChange);
  addEventListener('hashchange', onChange);
  return () => {
    followers.delete(onChange);
    removeEventListener('hashchange', onChange);
  };
}

function isOneOf<T extends string>(known: readonly T[], value: string): value is T {
  return known.some((candidate) => candidate === value);
}

/** The same shape as in shared/domain/ids.ts, without loading the schema library at start. */
function isId<Id extends string>(value: string | null): value is Id {
  return value !== null && /^[0-9a-z]{8,40}$/.test(value);
}

const isGenerationId = (value: string): value is GenerationId => isId<GenerationId>(value);

function idOrNull(value: string | null): GenerationId | null {
  return value !== null && isGenerationId(value) ? value : null;
}

function savedOrNull(value: string | null): SavedPromptId | null {
  return value !== null && /^[0-9a-z]{8,40}$/.test(value) ? (value as SavedPromptId) : null;
}

/** An address longer than any prompt that a model takes is not one of ours. */
const longestPrompt = 10_000;

function promptOrNull(value: string | null): string | null {
  return value !== null && value !== '' && value.length <= longestPrompt ? value : null;
}

/** No id of a row is longer. */
const longestRow = 400;

function openedKind(parameters: URLSearchParams): { kind?: DataKind; row?: string } {
  const kind = dataKinds.find((known) => known === parameters.get('kind'));
  const row = parameters.get('row');
  if (kind === undefined) return {};
  return row === null || row === '' || row.length > longestRow ? { kind } : { kind, row };
}

function kindQuery({ kind, row }: Extract<Route, { screen: 'your-data' }>): string {
  if (kind === undefined) return '';
  return `?kind=${kind}${row === undefined ? '' : `&row=${encodeURIComponent(row)}`}`;
}

function createQuery(route: Extract<Route, { screen: 'create' }>): string {
  const { from, mode, frame, saved, prompt } = route;
  if (from !== undefined) {
    const start = mode === undefined ? '' : `&mode=${mode}`;
    return `?from=${from}${start}${frame === undefined ? '' : `&frame=${frame}`}`;
  }
  if (saved !== undefined) return `?saved=${saved}`;
  return prompt === undefined ? '' : `?prompt=${encodeURIComponent(prompt)}`;
}
