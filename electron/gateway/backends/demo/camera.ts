// Where the camera is at a moment of the clip. Far things follow it less than near ones. Pure.
import type { Random } from './random.ts';

/** Lengths in heights of the picture. */
export interface CameraView {
  readonly x: number;
  readonly y: number;
  /** At depth 1; the horizon (depth 0) never grows. */
  readonly zoom: number;
  /** The point that stays while zooming. */
  readonly focusX: number;
  readonly focusY: number;
}

export const cameraMoves = ['push', 'pull', 'pan-left', 'pan-right', 'rise', 'sink'] as const;
export type CameraMove = (typeof cameraMoves)[number];

/** How far beyond the picture a layer is painted, so that a move never shows its edge. */
export const overscan = 0.1;

export type Camera = (progress: number) => CameraView;

export function createCamera(
  move: CameraMove,
  aspect: number,
  random: Random,
  strength = 1,
): Camera {
  const focusX = aspect * random.range(0.42, 0.58);
  const focusY = random.range(0.46, 0.56);
  const reach = 0.055 * strength;
  const zoomBy = 0.13 * strength;
  const side = random.sign();
  return (progress) => {
    const t = easeEnds(progress);
    const swing = (t - 0.5) * 2;
    const still = { x: 0, y: 0, zoom: 1 + zoomBy * 0.35, focusX, focusY };
    const views = {
      push: { ...still, x: side * reach * 0.3 * swing, zoom: 1 + zoomBy * t },
      pull: { ...still, x: side * reach * 0.3 * swing, zoom: 1 + zoomBy * (1 - t) },
      'pan-left': { ...still, x: -reach * swing, zoom: 1 + zoomBy * 0.4 * t },
      'pan-right': { ...still, x: reach * swing, zoom: 1 + zoomBy * 0.4 * t },
      rise: { ...still, y: -reach * 0.8 * swing, zoom: 1 + zoomBy * 0.5 * t },
      sink: { ...still, y: reach * 0.8 * swing, zoom: 1 + zoomBy * 0.5 * t },
    } satisfies Record<CameraMove, CameraView>;
    return views[move];
  };
}

/** Mostly even speed, with soft ends: a move that starts or stops dead looks mechanical. */
export function easeEnds(t: number): number {
  return t * 0.6 + t * t * (3 - 2 * t) * 0.4;
}

/** Where a point of the scene at `depth` is seen; in heights of the picture. */
export function project(
  view: CameraView,
  depth: number,
  x: number,
  y: number,
): { readonly x: number; readonly y: number; readonly scale: number } {
  const scale = 1 + (view.zoom - 1) * depth;
  return {
    x: (x - view.focusX) * scale + view.focusX - view.x * depth,
    y: (y - view.focusY) * scale + view.focusY - view.y * depth,
    scale,
  };
}
