// The light that comes along a ray from the set, for each lamp.
import { mix, scale, smoothstep, type Rgb } from '../color.ts';
import {
  along,
  backdrop,
  dot,
  lightAt,
  openness,
  softbox,
  trace,
  unit,
  type Set,
  type Vec,
} from './studio-set.ts';

const lampColors: readonly Rgb[] = [
  [1.05, 1, 0.94],
  [1, 1, 1],
  [0.94, 0.98, 1.06],
];
/** How trace() names the floor. */
const ground = -1;

/** Writes the light along the ray for each lamp; returns what was met. */
export function shadeRay(set: Set, from: Vec, way: Vec, out: Float32Array[]): number {
  const hit = trace(set, from, way);
  const behind = backdrop(set, way);
  if (hit === null) {
    out.forEach((lamp, i) => lamp.set(scale(behind, wallLight(way, i))));
    return -2;
  }
  const p = along(from, way, hit.t);
  const solid = hit.index < 0 ? set.floor : (set.solids[hit.index] ?? set.floor);
  const q = along(p, hit.normal, 0.004);
  const open = openness(set, q, hit.normal);
  const facing = Math.max(0, -dot(way, hit.normal));
  const fresnel = solid.gloss * (0.05 + 0.95 * (1 - facing) ** 5);
  const mirror = along(way, hit.normal, 2 * facing);
  const reflected = solid.gloss > 0.2 ? reflection(set, q, mirror) : null;
  const far = hit.index === ground ? smoothstep(6, 15, hit.t) : 0;
  out.forEach((result, i) => {
    const lamp = set.lamps[i] ?? [0, 5, -3];
    const to = unit([lamp[0] - p[0], lamp[1] - p[1], lamp[2] - p[2]]);
    const slope = dot(hit.normal, to);
    const direct = slope > 0 ? slope * lightAt(set, q, to) : 0;
    const box = softbox(mirror, lamp) * (0.25 + 0.75 * (direct > 0 ? 1 : 0.2));
    const tint = lampColors[i] ?? [1, 1, 1];
    for (let k = 0; k < 3; k++) {
      const own =
        (solid.color[k] as number) *
        ((direct * 1.25 + 0.1) * (tint[k] as number) + 0.14 * open * (0.7 + 0.3 * hit.normal[1])) *
        (0.45 + 0.55 * open);
      const image = (reflected?.[k] ?? (behind[k] as number) * 0.5) * 0.62 + box * 2.6;
      const metal = (solid.color[k] as number) * image * (0.75 + 0.5 * (1 - facing) ** 4);
      const lit = solid.isMetal
        ? metal + own * 0.1
        : own * (1 - fresnel) + image * fresnel + box * solid.gloss * 0.16;
      result[k] = lit + ((behind[k] as number) * wallLight(way, i) - lit) * far;
    }
  });
  return hit.index;
}

/** What a polished surface shows, lit evenly. */
function reflection(set: Set, from: Vec, way: Vec): Rgb {
  const hit = trace(set, from, way);
  const air = mix(
    scale(backdrop(set, way), 0.75),
    [0.9, 0.92, 0.95],
    smoothstep(0.35, 1, way[1]) * 0.35,
  );
  if (hit === null) return air;
  const solid = hit.index < 0 ? set.floor : (set.solids[hit.index] ?? set.floor);
  const p = along(from, way, hit.t);
  const q = along(p, hit.normal, 0.004);
  const light = 0.22 + 0.62 * Math.max(0, dot(hit.normal, unit([-0.2, 1, -0.7])));
  return mix(
    scale(solid.color, light * openness(set, q, hit.normal) * 1.15),
    air,
    smoothstep(4, 14, hit.t),
  );
}

/** Each lamp also lights the wall, most on its own side. */
function wallLight(way: Vec, lamp: number): number {
  return (
    0.5 +
    0.5 * Math.exp(-(((way[0] - (lamp - 1) * -0.22) / 0.42) ** 2) - ((way[1] - 0.12) / 0.5) ** 2)
  );
}
