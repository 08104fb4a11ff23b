// A table with balls, round pedestals and a disc, traced once under three lamps. The clip then fades between the lamps.
import { hypot } from '../geometry.ts';
import { clamp, mix, smoothstep, type Rgb } from '../color.ts';

export type Vec = readonly [x: number, y: number, z: number];

interface Surface {
  readonly color: Rgb;
  /** 0 matt .. 1 polished. */
  readonly gloss: number;
  readonly isMetal: boolean;
}

export type Solid = Surface &
  (
    | { readonly shape: 'ball'; readonly at: Vec; readonly radius: number }
    /** Stands on its lower face. */
    | { readonly shape: 'pillar'; readonly at: Vec; readonly radius: number; readonly tall: number }
    /** An upright disc that faces the viewer. */
    | { readonly shape: 'disc'; readonly at: Vec; readonly radius: number; readonly thick: number }
  );

export interface Set {
  readonly solids: readonly Solid[];
  readonly floor: Surface;
  readonly backTop: Rgb;
  readonly backLow: Rgb;
  readonly lamps: readonly Vec[];
}

export interface Hit {
  readonly t: number;
  readonly normal: Vec;
  /** Index into solids, or -1 for the floor. */
  readonly index: number;
}

export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const along = (a: Vec, b: Vec, t: number): Vec => [
  a[0] + b[0] * t,
  a[1] + b[1] * t,
  a[2] + b[2] * t,
];
export function unit(a: Vec): Vec {
  const s = 1 / Math.sqrt(dot(a, a));
  return [a[0] * s, a[1] * s, a[2] * s];
}

/** The nearest thing that the ray meets. */
export function trace(set: Set, from: Vec, way: Vec): Hit | null {
  let best: Hit | null =
    way[1] < -1e-5 ? { t: -from[1] / way[1], normal: [0, 1, 0], index: -1 } : null;
  if (best !== null && best.t <= 1e-4) best = null;
  set.solids.forEach((solid, index) => {
    const hit = meet(solid, from, way);
    if (hit !== null && (best === null || hit.t < best.t)) best = { ...hit, index };
  });
  return best;
}

function meet(solid: Solid, from: Vec, way: Vec): { t: number; normal: Vec } | null {
  const o: Vec = [from[0] - solid.at[0], from[1] - solid.at[1], from[2] - solid.at[2]];
  if (solid.shape === 'ball') {
    const b = dot(o, way);
    const h = b * b - dot(o, o) + solid.radius ** 2;
    if (h < 0) return null;
    const t = -b - Math.sqrt(h);
    if (t < 1e-3) return null;
    const p = along(o, way, t);
    return { t, normal: [p[0] / solid.radius, p[1] / solid.radius, p[2] / solid.radius] };
  }
  // A round body along one axis: 1 (up) for a pillar, 2 (towards the viewer) for a disc.
  const axis = solid.shape === 'pillar' ? 1 : 2;
  const side = solid.shape === 'pillar' ? 2 : 1;
  const length = solid.shape === 'pillar' ? solid.tall : solid.thick;
  const a = way[0] ** 2 + way[side] ** 2;
  const b = o[0] * way[0] + o[side] * way[side];
  const c = o[0] ** 2 + o[side] ** 2 - solid.radius ** 2;
  const h = b * b - a * c;
  let best: { t: number; normal: Vec } | null = null;
  if (h > 0 && a > 1e-9) {
    const t = (-b - Math.sqrt(h)) / a;
    const p = along(o, way, t);
    if (t > 1e-3 && p[axis] >= 0 && p[axis] <= length) {
      const n = [p[0] / solid.radius, 0, 0] as [number, number, number];
      n[side] = p[side] / solid.radius;
      best = { t, normal: n };
    }
  }
  for (const end of [0, length]) {
    const t = (end - o[axis]) / way[axis];
    const p = along(o, way, t);
    if (
      t > 1e-3 &&
      (best === null || t < best.t) &&
      p[0] ** 2 + p[side] ** 2 <= solid.radius ** 2
    ) {
      const n: [number, number, number] = [0, 0, 0];
      n[axis] = end === 0 ? -1 : 1;
      best = { t, normal: n };
    }
  }
  return best;
}

/** Distance to the nearest solid (without the floor). */
function distance(set: Set, p: Vec): number {
  let best = Infinity;
  for (const solid of set.solids) {
    const x = p[0] - solid.at[0];
    const y = p[1] - solid.at[1];
    const z = p[2] - solid.at[2];
    let d: number;
    if (solid.shape === 'ball') d = Math.sqrt(x * x + y * y + z * z) - solid.radius;
    else {
      const isPillar = solid.shape === 'pillar';
      const length = isPillar ? solid.tall : solid.thick;
      const out = Math.sqrt(x * x + (isPillar ? z * z : y * y)) - solid.radius;
      const end = Math.abs((isPillar ? y : z) - length / 2) - length / 2;
      d = Math.min(Math.max(out, end), 0) + hypot(Math.max(out, 0), Math.max(end, 0));
    }
    if (d < best) best = d;
  }
  return best;
}

/** 1 in full light, 0 in full shadow; the edge widens with the distance, as below a soft box. */
export function lightAt(set: Set, p: Vec, to: Vec): number {
  let open = 1;
  let t = 0.03;
  for (let i = 0; i < 26 && t < 6; i++) {
    const d = distance(set, along(p, to, t));
    if (d < 0.001) return 0;
    open = Math.min(open, (5.5 * d) / t);
    t += clamp(d, 0.04, 0.4);
  }
  return open * open * (3 - 2 * open);
}

/** How open the place is to light from all around. */
export function openness(set: Set, p: Vec, n: Vec): number {
  let closed = 0;
  for (let i = 1; i <= 4; i++) {
    const reach = i * 0.11;
    const q = along(p, n, reach);
    closed += Math.max(0, reach - Math.min(distance(set, q), q[1] + 0.0)) / 1.6 ** i;
  }
  return clamp(1 - 2.3 * closed, 0.08, 1);
}

export function backdrop({ backTop, backLow }: Set, way: Vec): Rgb {
  return mix(backLow, backTop, smoothstep(-0.06, 0.5, way[1]));
}

/** The lamp as it is seen in polished things: a soft rectangle. */
export function softbox(way: Vec, lamp: Vec): number {
  const to = unit(lamp);
  const right = unit([to[2], 0, -to[0]]);
  const up: Vec = [
    to[1] * right[2] - to[2] * right[1],
    to[2] * right[0] - to[0] * right[2],
    to[0] * right[1] - to[1] * right[0],
  ];
  if (dot(way, to) <= 0) return 0;
  return (
    smoothstep(0.36, 0.27, Math.abs(dot(way, right))) *
    smoothstep(0.27, 0.19, Math.abs(dot(way, up)))
  );
}
