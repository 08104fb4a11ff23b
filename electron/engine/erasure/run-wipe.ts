// Carries out a wipe that was ordered: library, home, keychain, then a listing of what is left, a receipt, and the order goes last.
// Runs where no database, no engine and no browser session exists, so it imports nothing native. Killed at any step and run
// again, it ends the same way. Deletes only files that are the app's by their order, place or home; never follows a link.
import { existsSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { WipeReceipt } from '#shared/contract/data.ts';
import { writePaper } from './durable-paper.ts';
import { deleteFile, deleteFolder, statOf } from './file-tree.ts';
import { homeFiles, homeFolders, type HomeView } from './home-files.ts';
import { readClaim } from './home-marker.ts';
import { receiptName } from './home-names.ts';
import { libraryFiles, libraryFolders, libraryIdOf } from './library-files.ts';
import { isListable, libraryMarker } from '../library/library-names.ts';
import {
  type InventoryItem,
  readInventory,
  removeInventory,
  writeInventory,
} from './wipe-inventory.ts';
import { hasWipeOrder, readWipeOrder, removeWipeOrder, type WipeOrder } from './wipe-order.ts';
import { makeReceipt, receiptOrder } from './wipe-receipt.ts';

export interface WipeDeps {
  /** Electron's userData folder. */
  readonly home: string;
  readonly now: () => Date;
  /** Removes every keychain entry of the app; resolves with how many there were. */
  readonly deleteSecrets: () => Promise<number>;
  /** Told before every single step; tests stop there. */
  readonly onStep?: (step: string) => void;
}

/** Whether a wipe was ordered and has not ended. */
export function pendingWipe(home: string): boolean {
  return hasWipeOrder(home);
}

/** Finishes what was ordered, whatever state it is in; `null` when there is nothing to finish. */
export async function runPendingWipe(deps: WipeDeps): Promise<WipeReceipt | null> {
  if (!pendingWipe(deps.home)) return null;
  const order = readWipeOrder(deps.home);
  if (order) return runWipe(deps, order);
  removeWipeOrder(deps.home); // never was a whole order: nothing was confirmed, nothing is deleted
  return null;
}

interface Wipe {
  readonly home: string;
  readonly library: string;
  readonly order: WipeOrder;
  readonly listed: ReadonlyMap<string, WipeOrder['files'][number]['kind']>;
  readonly view: HomeView;
  readonly step: (name: string) => void;
}

async function runWipe(deps: WipeDeps, order: WipeOrder): Promise<WipeReceipt> {
  const wipe = beginWipe(deps, order);
  const { home, step } = wipe;
  const ended = receiptOrder(home);
  if (ended?.orderId === order.id) {
    endWipe(wipe);
    return ended.receipt;
  }
  const inventory = readInventory(home) ?? takeInventory(wipe);
  wipeLibrary(wipe);
  wipeHome(wipe);
  step('secrets');
  const secretCount = await deps.deleteSecrets();
  step('verify');
  const receipt = makeReceipt({
    wipedAt: deps.now().toISOString(),
    removed: inventory.filter((item) => !isThere(wipe, item)),
    rows: isUnplugged(wipe) || statOf(join(wipe.library, 'library.db')) ? [] : order.rows,
    secretCount,
    remaining: [...remaining(wipe)],
    leftAlone: [...leftAlone(wipe)],
  });
  step('receipt');
  const stored = { ...receipt, orderId: order.id, cloud: order.cloud };
  writePaper(join(home, receiptName), [`${JSON.stringify(stored)}\n`]);
  endWipe(wipe);
  return receipt;
}

function beginWipe(deps: WipeDeps, order: WipeOrder): Wipe {
  const home = realpathSync(deps.home);
  const { path } = order.library;
  const library = existsSync(path) ? realpathSync(path) : path;
  return {
    home,
    library,
    order,
    listed: new Map(order.files.map((file) => [file.path, file.kind])),
    view: { home, claim: readClaim(home), libraries: [library] },
    step: (name) => deps.onStep?.(name),
  };
}

/** What is there before the first deletion, kept on disk so that the receipt is right even after a cut. */
function takeInventory(wipe: Wipe): readonly InventoryItem[] {
  wipe.step('inventory');
  const items: InventoryItem[] = [];
  for (const { path, kind, sizeBytes } of ownLibraryFiles(wipe)) {
    if (kind) items.push({ place: 'library', path, kind, sizeBytes });
  }
  for (const { path, kind, sizeBytes } of homeFiles(wipe.view)) {
    if (kind) items.push({ place: 'home', path, kind, sizeBytes });
  }
  writeInventory(wipe.home, items);
  return items;
}

/** Nothing at all without the marker of the very library that the order names. */
function* ownLibraryFiles(wipe: Wipe): ReturnType<typeof libraryFiles> {
  if (libraryIdOf(wipe.library) !== wipe.order.library.libraryId) return;
  yield* libraryFiles(wipe.library, wipe.listed);
}

function wipeLibrary(wipe: Wipe): void {
  const { library, home, step } = wipe;
  if (libraryIdOf(library) !== wipe.order.library.libraryId) return;
  for (const { path, kind } of libraryFiles(library, wipe.listed)) {
    if (!kind) continue;
    step(`library/${path}`);
    deleteFile(join(library, path));
  }
  for (const path of libraryFolders(library)) {
    step(`library/${path}/`);
    deleteFolder(join(library, path));
  }
  const isClean = [...libraryFiles(library, wipe.listed)].every(({ kind }) => kind === null);
  if (!isClean) return; // the marker allows the next attempt
  step('library marker');
  deleteFile(join(library, libraryMarker));
  if (isInside(home, library)) deleteFolder(library); // a folder that a person chose stays, empty
}

function wipeHome(wipe: Wipe): void {
  const { home, step, view } = wipe;
  for (const { path, kind } of homeFiles(view)) {
    if (!kind) continue;
    step(`home/${path}`);
    deleteFile(join(home, path));
  }
  for (const path of homeFolders(view)) {
    step(`home/${path}/`);
    deleteFolder(join(home, path));
  }
}

/** A library outside of home keeps its folder; when that is not there, its drive is gone and nothing on it was deleted. */
function isUnplugged({ home, library }: Wipe): boolean {
  return !isInside(home, library) && statOf(library) === null;
}

function isInside(home: string, library: string): boolean {
  return library.startsWith(home + sep);
}

function isThere(wipe: Wipe, { place, path }: InventoryItem): boolean {
  const { home, library } = wipe;
  if (place === 'library' && isUnplugged(wipe)) return true;
  return statOf(join(place === 'home' ? home : library, path)) !== null;
}

function* remaining(wipe: Wipe): Generator<string> {
  const told = new Set<string>();
  for (const { path, kind } of ownLibraryFiles(wipe)) {
    if (!kind) continue;
    told.add(path);
    yield `library/${path}`;
  }
  for (const path of wipe.listed.keys()) {
    const isThere = isListable(path) && statOf(join(wipe.library, path))?.isFile();
    if (isThere && !told.has(path)) yield `library/${path}`;
  }
  if (isUnplugged(wipe)) yield 'library/';
  for (const { path, kind } of homeFiles(wipe.view)) if (kind) yield `home/${path}`;
}

function* leftAlone(wipe: Wipe): Generator<string> {
  for (const { path, kind } of libraryFiles(wipe.library, wipe.listed)) {
    if (!kind) yield `library/${path}`;
  }
  for (const { path, kind } of homeFiles(wipe.view)) if (!kind) yield `home/${path}`;
}

function endWipe({ home, step }: Wipe): void {
  step('inventory removed');
  removeInventory(home);
  step('order removed');
  removeWipeOrder(home);
}
