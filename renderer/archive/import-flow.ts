// Importing an archive, from choosing the file to the order: what is being looked at and which task carries it out. Kept while the
// window is open, so that any screen can begin it and coming back to Your data finds it. Must not draw anything.
import { create } from 'zustand';
import type { ArchiveInspection } from '#shared/contract/data.ts';
import type { GrantId, TaskId } from '#shared/domain/ids.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import { navigate } from '../app/router.ts';
import { call, grantFile } from '../engine/studio.ts';

/** An archive that was chosen and not imported yet. */
export interface Candidate {
  readonly fileName: string;
  /** `null` when the file could not even be handed over. */
  readonly grantId: GrantId | null;
  /** `null` while it is being looked at, and when that failed. */
  readonly inspection: ArchiveInspection | null;
  readonly lookedAt: Date | null;
  readonly error: AppError | null;
  /** It was confirmed and the order is on its way. */
  readonly isStarting: boolean;
}

export interface ImportFlow {
  /** The system's own dialog is open. */
  readonly isChoosing: boolean;
  readonly candidate: Candidate | null;
  /** The import that this window started last. */
  readonly taskId: TaskId | null;
  /** Choosing failed. */
  readonly error: AppError | null;
}

export const useImportFlow = create<ImportFlow>()(() => ({
  isChoosing: false,
  candidate: null,
  taskId: null,
  error: null,
}));

const { getState, setState } = useImportFlow;

/** Ends the look that is under way. */
let looking: AbortController | null = null;

/** Goes to Your data, where everything about an import is said, and asks for a file. */
export function startImport(): void {
  navigate({ screen: 'your-data', tab: 'overview' });
  if (getState().isChoosing) return;
  setState({ isChoosing: true, error: null });
  call('dialogs.chooseArchive', {})
    .then(({ grantId, fileName }) => {
      if (grantId !== null) lookAt(fileName, grantId);
    })
    .catch((thrown: unknown) => setState({ error: toAppError(thrown) }))
    .finally(() => setState({ isChoosing: false }));
}

/** A file that was dropped. */
export function importDropped(file: File): void {
  navigate({ screen: 'your-data', tab: 'overview' });
  grantFile(file)
    .then((grantId) => {
      if (grantId !== null) return lookAt(file.name, grantId as GrantId);
      return refuse(file.name, new AppError('file-missing', 'This is no file on this device.'));
    })
    .catch((thrown: unknown) => refuse(file.name, toAppError(thrown)));
}

/** Reads its lists and data again, such as after making room. */
export function lookAgain(): void {
  const { candidate } = getState();
  if (candidate?.grantId) lookAt(candidate.fileName, candidate.grantId);
}

export function closeCandidate(): void {
  looking?.abort();
  looking = null;
  setState({ candidate: null });
}

export function importCandidate(): void {
  const { candidate } = getState();
  if (!candidate?.grantId || !candidate.inspection || candidate.isStarting) return;
  setState({ candidate: { ...candidate, isStarting: true, error: null } });
  call('archive.import', { grantId: candidate.grantId })
    .then(({ taskId }) => setState({ taskId, candidate: null, error: null }))
    .catch((thrown: unknown) => refuse(candidate.fileName, toAppError(thrown)));
}

/** Of a damaged archive what is whole; the report says what is not. */
export function importPartly(): void {
  const { candidate } = getState();
  if (!candidate?.grantId || candidate.isStarting) return;
  setState({ candidate: { ...candidate, isStarting: true } });
  call('archive.import', { grantId: candidate.grantId, partly: true })
    .then(({ taskId }) => setState({ taskId, candidate: null, error: null }))
    .catch((thrown: unknown) => refuse(candidate.fileName, toAppError(thrown)));
}

function refuse(fileName: string, error: AppError): void {
  const { candidate } = getState();
  setState({
    candidate: {
      ...(candidate ?? { fileName, grantId: null, inspection: null, lookedAt: null }),
      error,
      isStarting: false,
    },
  });
}

function lookAt(fileName: string, grantId: GrantId): void {
  looking?.abort();
  const controller = new AbortController();
  looking = controller;
  const chosen = { fileName, grantId, inspection: null, lookedAt: null, error: null };
  setState({ error: null, candidate: { ...chosen, isStarting: false } });
  const answer = (found: Partial<Candidate>) => {
    const { candidate } = getState();
    if (!controller.signal.aborted && candidate)
      setState({ candidate: { ...candidate, ...found } });
  };
  call('archive.inspect', { grantId }, controller.signal)
    .then((inspection) => answer({ inspection, lookedAt: new Date() }))
    .catch((thrown: unknown) => answer({ error: toAppError(thrown) }));
}
