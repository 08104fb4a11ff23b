// A flight through a corridor of light: panels and rings rush past, a figure stands at the bright end.
import { compositeLayer } from '../canvas/composite.ts';
import type { Frame } from '../canvas/frame.ts';
import { createLayer, measureSpans } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { fromHex, scale, smoothstep, turnHue } from '../color.ts';
import { createNoiseTile, sampleTile } from '../noise-tile.ts';
import type { Mood } from '../vocabulary.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';
import { drawWalker } from './walker.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly ring: string;
  readonly line: string;
  readonly wall: string;
}

const looks: readonly [Look, ...Look[]] = [
  { moods: ['teal', 'blue'], ring: '#58ccff', line: '#ff7a44', wall: '#22303e' },
  { moods: ['purple', 'pink', 'night'], ring: '#c060ff', line: '#3ae0ff', wall: '#2a2240' },
  { moods: ['red', 'gold', 'dusk'], ring: '#ff5a34', line: '#ffd060', wall: '#3a241e' },
  { moods: ['green'], ring: '#4affa0', line: '#d8ff60', wall: '#1c3228' },
  { moods: ['mono', 'winter', 'day'], ring: '#e8f2ff', line: '#6ab8ff', wall: '#4a525a' },
];

export function corridor(stage: Stage): Scene {
  const { aspect, height, width, random, unit } = stage;
  const look = chooseByMood(looks, stage);
  const turn = random.range(-0.03, 0.03);
  const ring = turnHue(fromHex(look.ring), turn);
  const line = turnHue(fromHex(look.line), turn);
  const wall = fromHex(look.wall);
  const tile = createNoiseTile(random.whole(1, 1e6), 16, 4);
  const power = random.pick([2.4, 4.5, 6, 9]);
  const speed = random.range(0.42, 0.62);
  const pitch = random.range(0.85, 1.25);
  const map = measure();
  const plates = Float32Array.from({ length: 2048 }, () => random.next());
  // Light of a ring by the distance to it, in 1023rds of the way to the next.
  const strips = Float32Array.from(
    { length: 1024 },
    (_, i) => 2.1 * Math.exp(-((i / 1023 / 0.03) ** 2)),
  );
  const halos = Float32Array.from({ length: 1024 }, (_, i) => 0.5 * Math.exp((-i / 1023) * 9));
  const figure = createLayer(stage, { top: 0.2, bottom: 0.8 });
  const size = 0.13 * (0.55 + 0.45 * unit);
  drawWalker(figure, {
    x: aspect / 2,
    y: 0.5 + size * 0.62,
    size,
    hasUmbrella: false,
    dark: [0.004, 0.006, 0.01],
    rimLeft: ring,
    rimRight: ring,
  });
  measureSpans(figure);
  return {
    bloom: 0.5,
    vignette: 0.3,
    exposure: 1,
    moves: ['push', 'rise', 'sink'],
    moveStrength: 0.8,
    draw: (frame, { camera, seconds }) => {
      drawWalls(frame, seconds, camera.x + Math.sin(seconds * 0.7) * 0.004);
      const pulse = 0.92 + 0.08 * Math.sin(seconds * 2.1);
      const x = width / 2;
      const y = height / 2;
      addGlow(frame, x, y, height * 0.62, scale(ring, 0.34 * pulse));
      addGlow(frame, x, y, height * 0.17, scale([0.9, 0.97, 1], 1.15 * pulse));
      compositeLayer(
        frame,
        figure,
        { ...camera, x: 0, y: 0, focusX: aspect / 2, focusY: 0.5 },
        { depth: 1.1, y: Math.abs(Math.sin(seconds * 3.4)) * -0.0015 },
      );
    },
  };

  /** What never changes, for every pixel: the place in the corridor and the light that stays there. */
  function measure() {
    const count = width * height;
    const far = new Float32Array(count);
    const around = new Float32Array(count);
    const rails = new Float32Array(count);
    const gleams = new Float32Array(count);
    const floors = new Float32Array(count);
    const spread = Math.max(1, aspect) / 1.45;
    for (let py = 0, i = 0; py < height; py++) {
      for (let px = 0; px < width; px++, i++) {
        const dx = ((px + 0.5) / height - aspect / 2) / spread;
        const dy = (py + 0.5) / height - 0.5;
        const z = 0.4 / ((Math.abs(dx) ** power + Math.abs(dy) ** power) ** (1 / power) + 1e-4);
        const a = Math.atan2(dy, dx) / (2 * Math.PI) + 0.5;
        const off = Math.abs(a - 0.5);
        const thin = 1 / (0.4 + z * 0.4);
        const clear = 1 / (1 + z * z * 0.07);
        far[i] = z;
        around[i] = a;
        rails[i] =
          (Math.max(0, 1 - Math.abs(off - 0.36) * 150 * thin) * 1.2 +
            Math.max(0, 1 - Math.abs(off - 0.14) * 190 * thin) * 0.8) *
          (0.4 + 0.6 * clear);
        const floor = smoothstep(0.02, 0.09, a - 0.62) * smoothstep(0.02, 0.09, 0.88 - a);
        floors[i] = 1 - floor * 0.45;
        gleams[i] = floor * Math.exp(-Math.abs(a - 0.75) * 26) * 0.28;
      }
    }
    return { far, around, rails, gleams, floors };
  }

  function drawWalls(frame: Frame, seconds: number, sway: number): void {
    const { data } = frame;
    const { far, around, rails, gleams, floors } = map;
    const move = seconds * speed;
    for (let i = 0, o = 0; i < far.length; i++, o += 3) {
      const z = far[i] as number;
      const a = (around[i] as number) + sway * 0.5;
      const along = (z + move) * pitch;
      const cell = Math.floor(along);
      const inCell = along - cell;
      // Far rings are thinner than a pixel: they melt into an even light.
      const clear = 1 / (1 + z * z * 0.07);
      const fog = z / (z + 5.5);
      const grain = sampleTile(tile, a * 2, along * 0.23);
      const plate = Math.floor(a * 16);
      const inPlate = a * 16 - plate;
      const isSeam = inPlate < 0.03 || inPlate > 0.97 || (inCell > 0.46 && inCell < 0.48);
      const hash = plates[((plate & 31) * 64 + (cell & 63)) & 2047] as number;
      const middle = 1 - Math.abs(inCell * 2 - 1);
      const tone = (0.3 + 0.55 * hash) * (0.45 + 0.9 * grain) * (0.35 + 0.75 * middle);
      const d = ((inCell < 0.5 ? inCell : 1 - inCell) * 1023) | 0;
      const lamp =
        hash > 0.86 && inPlate > 0.36 && inPlate < 0.64 && inCell > 0.22 && inCell < 0.4
          ? 1.1 * clear
          : 0;
      const light = tone * (isSeam ? 0.4 : 1) * (floors[i] as number);
      const halo = clear * (halos[d] as number) + (1 - clear) * 0.2;
      const glow =
        clear * (strips[d] as number) + halo * (0.3 + light) + lamp + (gleams[i] as number);
      const rail = rails[i] as number;
      const rest = 1 - fog * 0.75;
      const veil = fog * 0.42;
      data[o] = (wall[0] * light + ring[0] * glow + line[0] * rail) * rest + ring[0] * veil;
      data[o + 1] = (wall[1] * light + ring[1] * glow + line[1] * rail) * rest + ring[1] * veil;
      data[o + 2] = (wall[2] * light + ring[2] * glow + line[2] * rail) * rest + ring[2] * veil;
    }
  }
}
