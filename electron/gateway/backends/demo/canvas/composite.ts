// Lays a layer over the picture as the camera sees it at the layer's depth. The hottest loop of the renderer.
// A layer that reaches the picture's side goes on beyond its own edge; a smaller one ends there.
import type { CameraView } from '../camera.ts';
import type { Frame } from './frame.ts';
import type { Layer } from './layer.ts';

export interface Placement {
  /** 0 is infinitely far, 1 follows the camera fully, above 1 is nearer than the subject. */
  readonly depth: number;
  /** The layer's own drift, in heights of the picture. */
  readonly x?: number;
  readonly y?: number;
  /** Multiplies colour and alpha. */
  readonly opacity?: number;
  /** Multiplies colour alone: a flickering light. */
  readonly gain?: number;
}

export function compositeLayer(
  frame: Frame,
  layer: Layer,
  view: CameraView,
  placement: Placement,
): void {
  const { width, height } = frame;
  const { depth, opacity = 1, gain = 1 } = placement;
  const aspect = width / height;
  const scale = 1 + (view.zoom - 1) * depth;
  // Layer pixels per picture pixel, and the layer position of the picture's first pixel.
  const step = layer.density / height / scale;
  const sceneX = (0.5 / height - view.focusX + view.x * depth) / scale + view.focusX;
  const sceneY = (0.5 / height - view.focusY + view.y * depth) / scale + view.focusY;
  const startX = (sceneX - (placement.x ?? 0) - layer.left) * layer.density - 0.5;
  const startY = (sceneY - (placement.y ?? 0) - layer.top) * layer.density - 0.5;
  const offsets = new Int32Array(width);
  const fractions = new Float32Array(width);
  for (let px = 0; px < width; px++) {
    const x = Math.min(layer.width - 1.001, Math.max(0, startX + px * step));
    const x0 = Math.floor(x);
    offsets[px] = x0 * 4;
    fractions[px] = x - x0;
  }
  for (let py = 0; py < height; py++) {
    const y = startY + py * step;
    if (y <= -1 || y >= layer.height) continue;
    const inside = Math.min(layer.height - 1.001, Math.max(0, y));
    const row = Math.floor(inside);
    const first = Math.min(layer.spans[row * 2] as number, layer.spans[row * 2 + 2] as number);
    const end = Math.max(layer.spans[row * 2 + 1] as number, layer.spans[row * 2 + 3] as number);
    if (first >= end) continue;
    const isOpenLeft = first === 0 && layer.left <= 0;
    const isOpenRight = end === layer.width && layer.left + layer.width / layer.density >= aspect;
    const from = isOpenLeft ? 0 : Math.max(0, Math.ceil((first - 0.5 - startX) / step));
    const to = isOpenRight ? width : Math.min(width, Math.ceil((end - 0.5 - startX) / step));
    if (from >= to) continue;
    blendRow(frame, layer, py, row, inside - row, from, to, offsets, fractions, opacity, gain);
  }
}

function blendRow(
  frame: Frame,
  layer: Layer,
  py: number,
  row: number,
  v: number,
  from: number,
  to: number,
  offsets: Int32Array,
  fractions: Float32Array,
  opacity: number,
  gain: number,
): void {
  const source = layer.data;
  const target = frame.data;
  const base0 = row * layer.width * 4;
  const base1 = base0 + layer.width * 4;
  const { hasLight } = layer;
  const light = opacity * gain;
  let t = (py * frame.width + from) * 3;
  for (let px = from; px < to; px++, t += 3) {
    const i = base0 + (offsets[px] as number);
    const j = base1 + (offsets[px] as number);
    const u = fractions[px] as number;
    const w11 = u * v;
    const w10 = v - w11;
    const w01 = u - w11;
    const w00 = 1 - u - w10;
    const alpha =
      ((source[i + 3] as number) * w00 +
        (source[i + 7] as number) * w01 +
        (source[j + 3] as number) * w10 +
        (source[j + 7] as number) * w11) *
      opacity;
    if (alpha === 0 && !hasLight) continue;
    const r =
      (source[i] as number) * w00 +
      (source[i + 4] as number) * w01 +
      (source[j] as number) * w10 +
      (source[j + 4] as number) * w11;
    const g =
      (source[i + 1] as number) * w00 +
      (source[i + 5] as number) * w01 +
      (source[j + 1] as number) * w10 +
      (source[j + 5] as number) * w11;
    const b =
      (source[i + 2] as number) * w00 +
      (source[i + 6] as number) * w01 +
      (source[j + 2] as number) * w10 +
      (source[j + 6] as number) * w11;
    const rest = 1 - alpha;
    target[t] = (target[t] as number) * rest + r * light;
    target[t + 1] = (target[t + 1] as number) * rest + g * light;
    target[t + 2] = (target[t + 2] as number) * rest + b * light;
  }
}
