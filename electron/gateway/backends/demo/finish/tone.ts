// From linear light to display values 0..255, by table. Pure.

export type Tone = 'film' | 'plain';

const size = 65536;
/** The brightest light that the table knows. */
const top = 8;

export interface ToneTable {
  /** Table positions for light 1. */
  readonly perLight: number;
  readonly last: number;
  readonly values: Float32Array;
}

export function createToneTable(tone: Tone, exposure: number): ToneTable {
  const values = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const light = ((i + 0.5) / size) * top * exposure;
    values[i] = 255 * (tone === 'film' ? film(light) : Math.min(1, light)) ** (1 / 2.2);
  }
  return { perLight: size / top, last: size - 1, values };
}

/** A filmic curve: deep shadows, highlights that roll off (Narkowicz's fit of ACES). */
export function film(light: number): number {
  const value = (light * (2.51 * light + 0.03)) / (light * (2.43 * light + 0.59) + 0.14);
  return Math.min(1, Math.max(0, value));
}

/** The light that `film` shows as `value`: to put a photograph into a scene without changing its look. */
export function unfilm(value: number): number {
  let low = 0;
  let high = 6;
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (film(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
