// Carries out a wipe that was ordered: library, home, keychain, then a listing of what is left, a receipt, and the order goes last.
// Runs where no database, no engine and no browser session exists, so it imports nothing native. Killed at any step and run
// again, it ends the same way. Deletes only files that are the app's by their order, place or home; never follows a link.
import { existsSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { WipeReceipt } from '#shared/contract/data.ts';
import { writePaper } from './durable-paper.ts';
import {
  createPresence,
  deleteFile,
  deleteFileAside,
  deleteFolder,
  statOf,
  withSizes,
} from './file-tree.ts';
import { homeFiles, homeFolders, type HomeView } from './home-files.ts';
import { readClaim } from './home-marker.ts';
import { receiptName } from './home-names.ts';
import { libraryFiles, libraryFolders, libraryIdOf } from './library-files.ts';
import { sideBySide } from '../side-by-side.ts';
import { isListable, libraryMarker } from '../library/library-names.ts';
import {
  type InventoryItem,
  readInventory,
  removeInventory,
  writeInventory,
} from './wipe-inventory.ts';
import type { ListedKinds } from '../library/listed-files.ts';
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

/** A library folder that the order names. */
interface Shelf {
  /** In what is told: `library`, `former-1`. */
  readonly name: string;
  readonly path: string;
  readonly libraryId: string;
  readonly listed: ListedKinds;
}

interface Wipe {
  readonly home: string;
  readonly order: WipeOrder;
  /** The present library first. */
  readonly shelves: readonly Shelf[];
  readonly view: HomeView;
  readonly step: (name: string) => void;
}

async function runWipe(deps: WipeDeps, order: WipeOrder): Promise<WipeReceipt> {
  const wipe = beginWipe(deps, order);
  const { home, step, shelves } = wipe;
  const ended = receiptOrder(home);
  if (ended?.orderId === order.id) {
    endWipe(wipe);
    return ended.receipt;
  }
  const inventory = readInventory(home) ?? takeInventory(wipe);
  for (const shelf of shelves) await wipeLibrary(wipe, shelf);
  await wipeHome(wipe);
  step('secrets');
  const secretCount = await deps.deleteSecrets();
  step('verify');
  const receipt = makeReceipt({
    wipedAt: deps.now().toISOString(),
    removed: removedOf(wipe, inventory),
    rows: hasDatabase(wipe) ? [] : order.rows,
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
  const real = (path: string) => (existsSync(path) ? realpathSync(path) : path);
  const listed = new Map(order.files.map((file) => [file.path, file.kind]));
  const shelves: Shelf[] = [
    { name: 'library', path: real(order.library.path), libraryId: order.library.libraryId, listed },
  ];
  for (const { path, libraryId } of order.former) {
    const known = shelves.some((shelf) => shelf.path === real(path));
    const name = `former-${shelves.length}`;
    if (!known) shelves.push({ name, path: real(path), libraryId, listed: new Map() });
  }
  return {
    home,
    order,
    shelves,
    view: { home, claim: readClaim(home), libraries: shelves.map(({ path }) => path) },
    step: (name) => deps.onStep?.(name),
  };
}

/** What is there before the first deletion, kept on disk so that the receipt is right even after a cut. */
function takeInventory(wipe: Wipe): readonly InventoryItem[] {
  wipe.step('inventory');
  const items: InventoryItem[] = [];
  for (const shelf of wipe.shelves) {
    for (const { path, kind, sizeBytes } of withSizes(shelf.path, ownLibraryFiles(shelf))) {
      if (kind) items.push({ place: shelf.name, path, kind, sizeBytes });
    }
  }
  for (const { path, kind, sizeBytes } of withSizes(wipe.home, homeFiles(wipe.view))) {
    if (kind) items.push({ place: 'home', path, kind, sizeBytes });
  }
  writeInventory(wipe.home, items);
  return items;
}

const isMarked = ({ path, libraryId }: Shelf) => libraryIdOf(path) === libraryId;

/** Nothing at all without the marker of the very library that the order names. */
function* ownLibraryFiles(shelf: Shelf): ReturnType<typeof libraryFiles> {
  if (isMarked(shelf)) yield* libraryFiles(shelf.path, shelf.listed);
}

/** As many as Node has threads for files. */
const deletedAtOnce = 4;

async function wipeLibrary({ home, step }: Wipe, shelf: Shelf): Promise<void> {
  const { name, path: library, listed } = shelf;
  if (!isMarked(shelf)) return;
  await sideBySide(libraryFiles(library, listed), deletedAtOnce, async ({ path, kind }) => {
    if (!kind) return;
    step(`${name}/${path}`);
    await deleteFileAside(join(library, path));
  });
  for (const path of libraryFolders(library)) {
    step(`${name}/${path}/`);
    deleteFolder(join(library, path));
  }
  const isClean = [...libraryFiles(library, listed)].every(({ kind }) => kind === null);
  if (!isClean) return; // the marker allows the next attempt
  step(`${name} marker`);
  deleteFile(join(library, libraryMarker));
  if (isInside(home, library)) deleteFolder(library); // a folder that a person chose stays, empty
}

async function wipeHome(wipe: Wipe): Promise<void> {
  const { home, step, view } = wipe;
  await sideBySide(homeFiles(view), deletedAtOnce, async ({ path, kind }) => {
    if (!kind) return;
    step(`home/${path}`);
    await deleteFileAside(join(home, path));
  });
  for (const path of homeFolders(view)) {
    step(`home/${path}/`);
    deleteFolder(join(home, path));
  }
}

/** A library outside of home keeps its folder; when that is not there, its drive is gone and nothing on it was deleted. */
function isUnplugged(home: string, { path }: Shelf): boolean {
  return !isInside(home, path) && statOf(path) === null;
}

function hasDatabase({ home, shelves: [present] }: Wipe): boolean {
  return (
    present !== undefined &&
    (isUnplugged(home, present) || statOf(join(present.path, 'library.db')) !== null)
  );
}

function isInside(home: string, library: string): boolean {
  return library.startsWith(home + sep);
}

function removedOf(
  { home, shelves }: Wipe,
  inventory: readonly InventoryItem[],
): readonly InventoryItem[] {
  const statAt = createPresence();
  const roots = new Map(shelves.map(({ name, path }) => [name, path]));
  const unplugged = new Set(
    shelves.filter((shelf) => isUnplugged(home, shelf)).map(({ name }) => name),
  );
  return inventory.filter(
    ({ place, path }) =>
      !unplugged.has(place) && statAt(join(roots.get(place) ?? home, path)) === null,
  );
}

function* remaining({ home, shelves, view }: Wipe): Generator<string> {
  const statAt = createPresence();
  for (const shelf of shelves) {
    const told = new Set<string>();
    for (const { path, kind } of ownLibraryFiles(shelf)) {
      if (!kind) continue;
      told.add(path);
      yield `${shelf.name}/${path}`;
    }
    for (const path of shelf.listed.keys()) {
      const isFile = isListable(path) && statAt(join(shelf.path, path))?.isFile();
      if (isFile && !told.has(path)) yield `${shelf.name}/${path}`;
    }
    if (isUnplugged(home, shelf)) yield `${shelf.name}/`;
  }
  for (const { path, kind } of homeFiles(view)) if (kind) yield `home/${path}`;
}

function* leftAlone({ shelves, view }: Wipe): Generator<string> {
  for (const shelf of shelves) {
    if (shelf.name !== 'library' && statOf(shelf.path) === null) continue;
    for (const { path, kind } of libraryFiles(shelf.path, shelf.listed)) {
      if (!kind) yield `${shelf.name}/${path}`;
    }
  }
  for (const { path, kind } of homeFiles(view)) if (!kind) yield `home/${path}`;
}

function endWipe({ home, step }: Wipe): void {
  step('inventory removed');
  removeInventory(home);
  step('order removed');
  removeWipeOrder(home);
}
