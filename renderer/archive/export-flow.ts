// Exporting, from the dialog of the system to the order: what was asked for and which task carries it out. Kept while the window is open,
// so that any screen can begin it and coming back to Your data finds it. Must not draw anything.
import { create } from 'zustand';
import type { GenerationId, GrantId, TaskId } from '#shared/domain/ids.ts';
import { type AppError, toAppError } from '#shared/errors.ts';
import { navigate } from '../app/router.ts';
import { call } from '../engine/studio.ts';
import { type ExportChoice, selectionOf, wholeExport } from './export-choice.ts';

export interface ExportFlow {
  /** The export that this window started last. */
  readonly taskId: TaskId | null;
  /** The place that was chosen, to show it later. */
  readonly grantId: GrantId | null;
  /** What was asked for last, to begin with the next time. */
  readonly choice: ExportChoice;
  /** From the press until the engine has the order. */
  readonly isStarting: boolean;
  /** It could not be started. */
  readonly error: AppError | null;
}

export const useExportFlow = create<ExportFlow>()(() => ({
  taskId: null,
  grantId: null,
  choice: wholeExport,
  isStarting: false,
  error: null,
}));

const { getState, setState } = useExportFlow;

/** Goes to Your data, where everything about an export is said, and asks for a place. Everything, with or without media. */
export function exportEverything(): void {
  start({ ...wholeExport, includeMedia: getState().choice.includeMedia }, []);
}

export function exportPart(choice: ExportChoice, picked: readonly GenerationId[]): void {
  setState({ choice });
  start(choice, picked);
}

export function exportClips(ids: readonly GenerationId[]): void {
  if (ids.length > 0) exportPart({ ...getState().choice, subject: 'picked' }, ids);
}

export function includeMedia(isIncluded: boolean): void {
  setState({ choice: { ...getState().choice, includeMedia: isIncluded } });
}

function start(choice: ExportChoice, picked: readonly GenerationId[]): void {
  navigate({ screen: 'your-data', tab: 'overview' });
  if (getState().isStarting) return;
  setState({ isStarting: true, error: null });
  order(choice, picked)
    .catch((thrown: unknown) => setState({ error: toAppError(thrown) }))
    .finally(() => setState({ isStarting: false }));
}

async function order(choice: ExportChoice, picked: readonly GenerationId[]): Promise<void> {
  const asked = selectionOf(choice, picked);
  if (!asked) return;
  if (await isExporting()) return; // its progress is on the screen that this went to
  const suggestedName = `Kling 5 Studio ${new Date().toISOString().slice(0, 10)}.zip`;
  const { grantId } = await call('dialogs.saveExport', { suggestedName });
  if (grantId === null) return;
  const { sidecars, partBytes } = choice;
  const { taskId } = await call('archive.export', {
    grantId,
    includeMedia: choice.includeMedia,
    ...asked,
    ...(choice.includeMedia ? { sidecars, partBytes } : {}),
  });
  setState({ taskId, grantId });
}

/** Also one that an earlier window ordered. */
async function isExporting(): Promise<boolean> {
  const { items } = await call('tasks.list', {});
  return items.some(({ kind, state }) => kind === 'export' && state === 'running');
}
