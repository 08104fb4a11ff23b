// A given picture comes alive: a slow move with depth, a passing light, weather or motes; with a second one it turns into that.
import type { Frame } from '../canvas/frame.ts';
import { addGlow } from '../canvas/light.ts';
import { easeEnds } from '../camera.ts';
import { scale, smoothstep } from '../color.ts';
import { createNoiseTile, sampleTile, type NoiseTile } from '../noise-tile.ts';
import { createRain, type Weather } from '../weather/rain.ts';
import { createSnow } from '../weather/snow.ts';
import { createPetals } from '../weather/petals.ts';
import type { Shot, Stage } from '../scenes/scene.ts';
import { estimateDepth, type DepthMap } from './depth.ts';
import { averageLight, plainLight, type Picture } from './picture.ts';

export interface LivingPicture {
  draw(frame: Frame, shot: Shot): void;
}

interface Move {
  readonly zoomFrom: number;
  readonly zoomTo: number;
  readonly x: number;
  readonly y: number;
}

/** `first` is shown whole at the start, `last` whole at the end. */
export function createLivingPicture(
  stage: Stage,
  first: Picture | null,
  last: Picture | null,
): LivingPicture {
  const { random } = stage;
  const side = random.sign();
  const lift = random.range(-0.6, 0.6);
  const start = first && {
    sheet: createSheet(first),
    move: {
      zoomFrom: 1,
      zoomTo: last ? 1.16 : 1.13,
      x: side * 0.03,
      y: lift * 0.025,
    } satisfies Move,
  };
  const end = last && {
    sheet: createSheet(last),
    move: {
      zoomFrom: first ? 1.18 : 1.15,
      zoomTo: 1,
      x: -side * 0.03,
      y: -lift * 0.02,
    } satisfies Move,
  };
  const tile = createNoiseTile(random.whole(1, 1e6), 8, 4, 128);
  const air = createAir(
    stage,
    averageLight(first ?? last ?? { width: 1, height: 1, data: new Uint8Array(3) }),
  );
  const other =
    end && start
      ? {
          width: stage.width,
          height: stage.height,
          data: new Float32Array(stage.width * stage.height * 3),
        }
      : null;
  return {
    draw: (frame, { progress, seconds }) => {
      if (start) drawSheet(frame, start.sheet, start.move, progress);
      if (end && !start) drawSheet(frame, end.sheet, end.move, progress);
      if (end && start && other) {
        const turn = smoothstep(0.22, 0.9, progress);
        if (turn > 0) {
          drawSheet(other, end.sheet, end.move, progress);
          dissolve(frame, other, tile, turn, side);
        }
      }
      const ends = end ? smoothstep(1, 0.9, progress) : 1;
      const presence = smoothstep(0, 0.1, progress) * ends;
      sweepLight(frame, progress, side, 0.22 * presence);
      if (presence > 0.02) air.draw(frame, seconds);
    },
  };
}

interface Sheet {
  readonly picture: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly depth: DepthMap;
}

function createSheet(picture: Picture): Sheet {
  const light = plainLight();
  const data = Float32Array.from(picture.data, (value) => light[value] as number);
  return {
    picture: data,
    width: picture.width,
    height: picture.height,
    depth: estimateDepth(picture),
  };
}

/** The picture under the camera; near parts move more than far ones. */
function drawSheet(frame: Frame, sheet: Sheet, move: Move, progress: number): void {
  const { width, height, data } = frame;
  const { picture, depth } = sheet;
  const t = easeEnds(progress);
  const zoom = move.zoomFrom + (move.zoomTo - move.zoomFrom) * t;
  // The more the picture is enlarged the further it may be shifted without showing its edge.
  const room = (zoom - 1) * 0.5;
  const reach = Math.min(1, room / 0.06);
  const panX = move.x * reach;
  const panY = move.y * reach;
  const swing = reach * 0.022;
  const cx = width / 2;
  const cy = height / 2;
  for (let py = 0, o = 0; py < height; py++) {
    const gy = Math.min(depth.height - 1.001, ((py + 0.5) / height) * depth.height - 0.5);
    const row = Math.max(0, Math.floor(gy));
    const fv = Math.max(0, gy - row);
    const base = row * depth.width;
    const depthStep = depth.width / width;
    for (let px = 0; px < width; px++, o += 3) {
      const gx = Math.max(0, Math.min(depth.width - 1.001, (px + 0.5) * depthStep - 0.5));
      const column = gx | 0;
      const fu = gx - column;
      const a = depth.values[base + column] as number;
      const b = depth.values[base + column + 1] as number;
      const c = depth.values[base + depth.width + column] as number;
      const d = depth.values[base + depth.width + column + 1] as number;
      const top = a + (b - a) * fu;
      const near = top + (c + (d - c) * fu - top) * fv - 0.5;
      const z = zoom * (1 + near * (zoom - 1) * 0.7);
      const shift = near * swing * height * (move.x < 0 ? -1 : 1);
      const x = Math.max(
        0,
        Math.min(width - 1.001, (px + 0.5 - cx) / z + cx - 0.5 + panX * height + shift),
      );
      const y = Math.max(
        0,
        Math.min(height - 1.001, (py + 0.5 - cy) / z + cy - 0.5 + panY * height),
      );
      const x0 = x | 0;
      const y0 = y | 0;
      const u = x - x0;
      const v = y - y0;
      const i = (y0 * width + x0) * 3;
      const j = i + width * 3;
      const w11 = u * v;
      const w10 = v - w11;
      const w01 = u - w11;
      const w00 = 1 - u - w10;
      for (let k = 0; k < 3; k++) {
        data[o + k] =
          (picture[i + k] as number) * w00 +
          (picture[i + 3 + k] as number) * w01 +
          (picture[j + k] as number) * w10 +
          (picture[j + 3 + k] as number) * w11;
      }
    }
  }
}

/** Runs across the picture with a torn, soft front. */
function dissolve(frame: Frame, other: Frame, tile: NoiseTile, turn: number, side: number): void {
  const { width, height, data } = frame;
  for (let py = 0, i = 0; py < height; py++) {
    for (let px = 0; px < width; px++, i += 3) {
      const across = side > 0 ? px / width : 1 - px / width;
      const order = across * 0.6 + 0.4 * sampleTile(tile, (px / height) * 0.4, (py / height) * 0.4);
      const from = order * 0.62;
      const share = smoothstep(from, from + 0.38, turn);
      if (share <= 0) continue;
      for (let k = 0; k < 3; k++) {
        const before = data[i + k] as number;
        data[i + k] = before + ((other.data[i + k] as number) - before) * share;
      }
    }
  }
}

/** A broad band of light that passes once. */
function sweepLight(frame: Frame, progress: number, side: number, strength: number): void {
  if (strength <= 0) return;
  const { width, height, data } = frame;
  const middle = -0.4 + progress * 1.8;
  for (let py = 0, i = 0; py < height; py++) {
    const lean = (py / height - 0.5) * 0.35;
    for (let px = 0; px < width; px++, i += 3) {
      const across = side > 0 ? px / width : 1 - px / width;
      const d = (across + lean - middle) * 3.6;
      if (d > 1.6 || d < -1.6) continue;
      const gain = 1 + strength * Math.exp(-d * d * 2);
      data[i] = (data[i] as number) * gain;
      data[i + 1] = (data[i + 1] as number) * gain;
      data[i + 2] = (data[i + 2] as number) * gain;
    }
  }
}

/** What is in the air: by the words, or a few motes in the picture's own light. */
function createAir(stage: Stage, light: readonly [number, number, number]): Weather {
  const { details, moods } = stage.reading;
  if (details.has('rain'))
    return createRain(stage, { color: [0.55, 0.6, 0.68], count: 700, slant: 0.05, ground: 2 });
  if (details.has('snow') || moods.has('winter'))
    return createSnow(stage, { count: 420, gust: 0.03, color: [0.9, 0.94, 1] });
  if (details.has('petals'))
    return createPetals(stage, { count: 60, color: [0.9, 0.45, 0.55], gust: 0.06 });
  const { random, aspect, height } = stage;
  const isFire = details.has('embers');
  const color = isFire
    ? ([1.6, 0.55, 0.12] as const)
    : ([0.35 + light[0], 0.33 + light[1], 0.3 + light[2]] as const);
  const motes = Array.from({ length: Math.round(70 * Math.max(0.7, aspect)) }, () => ({
    x: random.range(-0.05, aspect + 0.05),
    y: random.next(),
    radius: random.range(0.0022, 0.008),
    rate: random.range(0.4, 1.4),
    phase: random.range(0, 6.3),
    rise: random.range(0.01, 0.03) * (isFire ? 6 : 1),
  }));
  return {
    draw: (frame, seconds) => {
      for (const mote of motes) {
        const y = (((mote.y - seconds * mote.rise) % 1.1) + 1.1) % 1.1;
        const x = mote.x + Math.sin(seconds * mote.rate + mote.phase) * 0.02;
        const glint = 0.5 + 0.5 * Math.sin(seconds * mote.rate * 2 + mote.phase);
        addGlow(
          frame,
          x * height,
          y * height,
          Math.max(1.2, mote.radius * height),
          scale(color, (isFire ? 0.9 : 0.3) * glint),
        );
      }
    },
  };
}
