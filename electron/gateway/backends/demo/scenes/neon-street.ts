// The walls and signs of a street canyon in perspective: dark towers, lit windows, blade signs, shop fronts.
import { blur } from '../canvas/blur.ts';
import { createLayer, measureSpans, paintLayer, type Layer } from '../canvas/layer.ts';
import { fillOutline, rectangle } from '../canvas/shapes.ts';
import { clamp, mix, scale, type Rgb } from '../color.ts';
import { mixBits } from '../random.ts';
import type { Stage } from './scene.ts';

export interface StreetPlan {
  readonly vanishX: number;
  readonly horizon: number;
  /** Half the street's width and the eye's height, at distance 1. */
  readonly halfWidth: number;
  readonly eye: number;
  readonly lights: readonly [Rgb, ...Rgb[]];
  readonly haze: Rgb;
  readonly wall: Rgb;
}

/** Everything between two distances, as one sheet. */
export function paintWalls(stage: Stage, plan: StreetPlan, from: number, to: number): Layer {
  const { vanishX, horizon, halfWidth, eye } = plan;
  const { noise } = stage;
  const salt = stage.random.whole(1, 1e6);
  const cell = (a: number, b: number, c: number): number =>
    mixBits(Math.imul(a, 73856093) ^ Math.imul(b, 19349663) ^ Math.imul(c, 83492791) ^ salt) /
    4294967296;
  return paintLayer(stage, {}, (x, y, out) => {
    const side = x < vanishX ? 0 : 1;
    const distance = halfWidth / Math.max(0.004, Math.abs(x - vanishX));
    if (distance < from || distance > to) return;
    const block = Math.floor(Math.log(distance + 0.35) * 3.2 + 7.3 + side * 0.43);
    const tall = 0.5 + 1.15 * cell(block, side, 1) + distance * 0.12;
    const up = (horizon - y) * distance;
    if (up > tall || up < -eye) return;
    const column = Math.floor(Math.log(distance) * 34);
    const floor = Math.floor(up * 17 + 100);
    const chance = cell(column, floor, side + 2 + block * 7);
    const inColumn = Math.log(distance) * 34 - column;
    const inFloor = up * 17 + 100 - floor;
    const isWindow =
      inColumn > 0.22 && inColumn < 0.8 && inFloor > 0.28 && inFloor < 0.78 && up > -eye * 0.25;
    const fog = clamp(1 - Math.exp(-(distance - 0.6) * 0.28));
    const grime = 0.55 + 0.9 * noise.fbm(distance * 9, up * 6, 3, 5 + side);
    const fromStreet = Math.exp(-(up + eye) * 1.5);
    const lamp = plan.lights[(block + side * 2 + 8) % plan.lights.length] ?? plan.lights[0];
    const warm: Rgb = chance > 0.93 ? [0.5, 0.75, 1] : [1, 0.66, 0.3];
    const lit = isWindow && chance > 0.74 ? 0.08 + 0.75 * cell(column, floor, 9) ** 2 : 0;
    const front = shopFront(cell, column >> 1, side, up, eye);
    for (let k = 0; k < 3; k++) {
      const wall =
        (plan.wall[k] as number) * grime + (lamp[k] as number) * fromStreet * 0.055 * grime;
      const light =
        (warm[k] as number) * lit + mix(lamp, [1, 0.8, 0.55], 0.5)[k as 0 | 1 | 2] * front;
      const here = wall + light;
      out[k] = here + ((plan.haze[k] as number) * 0.8 + light * 0.6 - here) * fog * 0.85;
    }
    out[3] = clamp((((tall - up) * stage.height) / distance) * 0.8 + 0.2);
  });
}

function shopFront(
  cell: (a: number, b: number, c: number) => number,
  column: number,
  side: number,
  up: number,
  eye: number,
): number {
  const above = up + eye;
  if (above < eye * 0.12 || above > eye * 0.78) return 0;
  return cell(column, side, 40) > 0.35 ? 0.06 + 0.42 * cell(column, side, 41) : 0.02;
}

/** Signs that hang over the street and face the viewer, with their glow in the wet air. Light only. */
export function paintSigns(
  stage: Stage,
  plan: StreetPlan,
  from: number,
  to: number,
  count: number,
): Layer {
  const { random, height } = stage;
  const { vanishX, horizon, halfWidth } = plan;
  const layer = createLayer(stage);
  for (let i = 0; i < count; i++) {
    const distance = from * (to / from) ** random.next();
    const side = random.sign();
    const color = random.pick(plan.lights);
    const isTall = random.chance(0.72);
    const w = (isTall ? random.range(0.055, 0.09) : random.range(0.14, 0.24)) / distance;
    const h = (isTall ? random.range(0.24, 0.56) : random.range(0.07, 0.12)) / distance;
    const wall = vanishX + (side * halfWidth) / distance;
    const x = wall - side * w * random.range(0.55, 0.9);
    const y = horizon - random.range(0.12, 0.95) / distance - h / 2;
    drawSign(layer, stage, { x, y, w, h, color, fade: Math.exp(-(distance - 1) * 0.13) });
  }
  for (let i = 3; i < layer.data.length; i += 4) layer.data[i] = 0;
  const glow = layer.data.slice();
  blur(glow, layer.width, layer.height, 4, height * 0.01);
  const air = glow.slice();
  blur(air, layer.width, layer.height, 4, height * 0.055);
  for (let i = 0; i < glow.length; i++) {
    layer.data[i] =
      (layer.data[i] as number) + (glow[i] as number) * 0.6 + (air[i] as number) * 1.15;
  }
  measureSpans(layer);
  return layer;
}

interface Sign {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly color: Rgb;
  readonly fade: number;
}

function drawSign(layer: Layer, { random }: Stage, { x, y, w, h, color, fade }: Sign): void {
  const isTall = h > w;
  const size = Math.min(w, h);
  const line = size * 0.07;
  const tube = scale(mix(color, [1, 1, 1], 0.12), 1.9 * fade);
  const left = x - w / 2;
  const top = y - h / 2;
  const board = random.chance(0.35);
  fillOutline(
    layer,
    rectangle(left, top, left + w, top + h),
    scale(color, (board ? 0.85 : 0.1) * fade),
    1,
  );
  const ink: Rgb = board ? [0.02, 0.01, 0.02] : tube;
  if (!board) {
    for (const [a, b, c, d] of [
      [0, 0, w, line],
      [0, h - line, w, h],
      [0, 0, line, h],
      [w - line, 0, w, h],
    ] as const) {
      fillOutline(layer, rectangle(left + a, top + b, left + c, top + d), tube);
    }
  }
  const glyphs = Math.max(2, Math.round((isTall ? h : w) / size));
  for (let i = 0; i < glyphs; i++) {
    const gx = isTall ? left + w * 0.22 : left + (w * (i + 0.2)) / glyphs;
    const gy = isTall ? top + (h * (i + 0.18)) / glyphs : top + h * 0.22;
    drawGlyph(layer, random, gx, gy, size * 0.58, line * 1.15, ink);
  }
}

/** A made-up character: a few strokes in a square. */
function drawGlyph(
  layer: Layer,
  random: Stage['random'],
  x: number,
  y: number,
  size: number,
  line: number,
  color: Rgb,
): void {
  const rows = random.whole(2, 3);
  for (let i = 0; i < rows; i++) {
    const at = y + (size * (i + 0.3 * random.next())) / (rows - 0.4);
    const inset = random.next() * size * 0.25;
    fillOutline(
      layer,
      rectangle(x + inset, at, x + size - random.next() * size * 0.2, at + line),
      color,
    );
  }
  for (let i = 0; i < random.whole(1, 2); i++) {
    const at = x + size * random.range(0.1, 0.85);
    fillOutline(
      layer,
      rectangle(at, y + random.next() * size * 0.3, at + line, y + size * random.range(0.7, 1)),
      color,
    );
  }
}
