// The picture being drawn: red, green, blue in linear light, three floats a pixel.
import type { Rgb } from '../color.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

export function createFrame(width: number, height: number): Frame {
  return { width, height, data: new Float32Array(width * height * 3) };
}

export function fillFrame(frame: Frame, color: Rgb): void {
  const { data } = frame;
  for (let i = 0; i < data.length; i += 3) {
    data[i] = color[0];
    data[i + 1] = color[1];
    data[i + 2] = color[2];
  }
}

/** Multiplies the whole picture: lightning, a fading lamp. */
export function gainFrame(frame: Frame, gain: number): void {
  const { data } = frame;
  for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) * gain;
}
