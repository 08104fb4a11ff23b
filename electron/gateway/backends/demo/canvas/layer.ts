// A painted sheet of the scene, larger than the picture by the overscan. Painted once, moved every frame.
// Colours are premultiplied by alpha; light without alpha adds to what is behind.
import { overscan } from '../camera.ts';
import type { Rgb } from '../color.ts';

export interface Layer {
  readonly width: number;
  readonly height: number;
  /** Pixels of the layer for one height of the picture. */
  readonly density: number;
  /** Scene coordinates of the upper left corner, in heights of the picture. */
  readonly left: number;
  readonly top: number;
  /** Red, green, blue, alpha. */
  readonly data: Float32Array;
  /** For each row the first pixel that shows anything and the one after the last. */
  readonly spans: Int32Array;
  /** Whether a pixel without alpha shines; if not, such pixels can be passed over. */
  hasLight: boolean;
}

export interface LayerBounds {
  readonly left?: number;
  readonly right?: number;
  readonly top?: number;
  readonly bottom?: number;
  /** Share of the picture's own density; soft things need less. */
  readonly detail?: number;
}

export interface LayerSpace {
  /** Pixels. */
  readonly height: number;
  readonly aspect: number;
}

export function createLayer(space: LayerSpace, bounds: LayerBounds = {}): Layer {
  const density = space.height * (bounds.detail ?? 1);
  const left = bounds.left ?? -overscan;
  const right = bounds.right ?? space.aspect + overscan;
  const top = bounds.top ?? -overscan;
  const bottom = bounds.bottom ?? 1 + overscan;
  const width = Math.max(2, Math.ceil((right - left) * density));
  const height = Math.max(2, Math.ceil((bottom - top) * density));
  const data = new Float32Array(width * height * 4);
  return {
    width,
    height,
    density,
    left,
    top,
    data,
    spans: new Int32Array(height * 2),
    hasLight: true,
  };
}

/** Writes red, green, blue (not premultiplied) and alpha of the point into `out`; it comes as 0, 0, 0, 0. */
export type Shade = (x: number, y: number, out: Float32Array) => void;

export function paintLayer(space: LayerSpace, bounds: LayerBounds, shade: Shade): Layer {
  const layer = createLayer(space, bounds);
  const { width, height, density, left, top, data } = layer;
  const out = new Float32Array(4);
  for (let row = 0; row < height; row++) {
    const y = top + (row + 0.5) / density;
    for (let column = 0; column < width; column++) {
      out[0] = out[1] = out[2] = out[3] = 0;
      shade(left + (column + 0.5) / density, y, out);
      const alpha = out[3];
      if (alpha <= 0) continue;
      const i = (row * width + column) * 4;
      data[i] = out[0] * alpha;
      data[i + 1] = out[1] * alpha;
      data[i + 2] = out[2] * alpha;
      data[i + 3] = alpha;
    }
  }
  measureSpans(layer);
  return layer;
}

/** Paints light that adds: `shade` writes red, green, blue only. */
export function paintLight(space: LayerSpace, bounds: LayerBounds, shade: Shade): Layer {
  const layer = createLayer(space, bounds);
  const { width, height, density, left, top, data } = layer;
  const out = new Float32Array(4);
  for (let row = 0; row < height; row++) {
    const y = top + (row + 0.5) / density;
    for (let column = 0; column < width; column++) {
      out[0] = out[1] = out[2] = out[3] = 0;
      shade(left + (column + 0.5) / density, y, out);
      const i = (row * width + column) * 4;
      data[i] = out[0];
      data[i + 1] = out[1];
      data[i + 2] = out[2];
    }
  }
  measureSpans(layer);
  return layer;
}

/** To be called after the last change to a layer's data. */
export function measureSpans(layer: Layer): void {
  const { width, height, data, spans } = layer;
  layer.hasLight = false;
  for (let i = 0; i < data.length && !layer.hasLight; i += 4) {
    const light = (data[i] as number) + (data[i + 1] as number) + (data[i + 2] as number);
    layer.hasLight = data[i + 3] === 0 && light > 0;
  }
  for (let row = 0; row < height; row++) {
    let first = 0;
    let end = width;
    while (first < end && isEmpty(data, (row * width + first) * 4)) first++;
    while (end > first && isEmpty(data, (row * width + end - 1) * 4)) end--;
    spans[row * 2] = first;
    spans[row * 2 + 1] = end;
  }
}

function isEmpty(data: Float32Array, i: number): boolean {
  return (
    (data[i + 3] as number) < 0.002 &&
    (data[i] as number) + (data[i + 1] as number) + (data[i + 2] as number) < 0.0005
  );
}

/** Lays a colour over a pixel of the layer. */
export function layOver(layer: Layer, index: number, color: Rgb, alpha: number): void {
  const { data } = layer;
  const i = index * 4;
  const rest = 1 - alpha;
  data[i] = (data[i] as number) * rest + color[0] * alpha;
  data[i + 1] = (data[i + 1] as number) * rest + color[1] * alpha;
  data[i + 2] = (data[i + 2] as number) * rest + color[2] * alpha;
  data[i + 3] = (data[i + 3] as number) * rest + alpha;
}
