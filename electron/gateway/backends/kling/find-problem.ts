// Rules of the models that a descriptor cannot express, checked before a job exists and before anything is paid. Pure.
import type { ParameterProblem } from '#shared/domain/parameters.ts';
import type { RequestToCheck } from '../../backend.ts';
import type { ApiGeneration } from './descriptors.ts';
import { findRow, type ModelRow } from './model-table.ts';

const maxImageRatio = 2.5;
/** In the legacy generation only the professional mode has sound and takes two frames. */
const professional = '1080p';

export function findKlingProblem(
  request: RequestToCheck,
  api: ApiGeneration,
): ParameterProblem | null {
  const row = findRow(request.modelId);
  if (!row) return null;
  return (
    findSourceProblem(request) ??
    findSoundProblem(row, request, api) ??
    findFrameProblem(row, request, api) ??
    findDurationProblem(row, request) ??
    findPictureProblem(row, request)
  );
}

function findSourceProblem({ source }: RequestToCheck): ParameterProblem | null {
  if (!source || source.memoryOfMaker !== null) return null;
  return {
    field: 'source',
    message: 'Kling goes on only from clips that it made with this key in the last 30 days.',
  };
}

function findSoundProblem(
  row: ModelRow,
  { parameters }: RequestToCheck,
  api: ApiGeneration,
): ParameterProblem | null {
  const needed = api === 'legacy' ? professional : row.soundOnlyAt;
  if (parameters['sound'] !== true || needed === null) return null;
  if (parameters['resolution'] === needed) return null;
  return { field: 'sound', message: `${row.name} makes sound at ${needed} only.` };
}

function findFrameProblem(
  row: ModelRow,
  { parameters, images }: RequestToCheck,
  api: ApiGeneration,
): ParameterProblem | null {
  const needed = api === 'legacy' ? professional : row.lastFrameOnlyAt;
  if (!images.some(({ role }) => role === 'last-frame') || needed === null) return null;
  if (parameters['resolution'] === needed) return null;
  return { field: 'resolution', message: `${row.name} takes a last frame at ${needed} only.` };
}

function findDurationProblem(
  row: ModelRow,
  { parameters, images }: RequestToCheck,
): ParameterProblem | null {
  const isPlain = images.every(({ role }) => role === 'first-frame');
  const seconds = parameters['duration'];
  if (!isPlain || row.plainSeconds === null || typeof seconds !== 'number') return null;
  if (row.plainSeconds.includes(seconds)) return null;
  const allowed = row.plainSeconds.join(' or ');
  return { field: 'duration', message: `${row.name} makes ${allowed} seconds here.` };
}

function findPictureProblem(row: ModelRow, { images }: RequestToCheck): ParameterProblem | null {
  if (images.length > row.maxImages) {
    return { field: 'images', message: `${row.name} takes ${row.maxImages} images in all.` };
  }
  const isNarrow = images.some(
    ({ width, height }) => Math.max(width, height) > maxImageRatio * Math.min(width, height),
  );
  if (!isNarrow) return null;
  return { field: 'images', message: 'An image is at most 2.5 times as long as it is wide.' };
}
