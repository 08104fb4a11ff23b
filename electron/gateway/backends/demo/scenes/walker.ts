// A person seen from behind, in a long coat, with an umbrella if wanted. Light of the place shines around the edges.
import { fillOutline, roundOutline, stroke, type Point } from '../canvas/shapes.ts';
import type { Layer } from '../canvas/layer.ts';
import { clamp, mix, scale, type Rgb } from '../color.ts';

export interface WalkerLook {
  /** Where the feet stand. */
  readonly x: number;
  readonly y: number;
  /** Height of the person in heights of the picture. */
  readonly size: number;
  readonly hasUmbrella: boolean;
  readonly dark: Rgb;
  readonly rimLeft: Rgb;
  readonly rimRight: Rgb;
}

export function drawWalker(layer: Layer, look: WalkerLook): void {
  const { x, y, size } = look;
  const at = (points: readonly (readonly [number, number])[]): Point[] =>
    points.map(([px, py]) => [x + px * size, y - py * size]);
  /** `half`: half the width at this height, in sizes of the person. */
  const cloth =
    (half: number | ((up: number) => number)) =>
    (px: number, py: number): Rgb => {
      const up = (y - py) / size;
      const across = (px - x) / (size * (typeof half === 'number' ? half : half(up)));
      const left = clamp((-across - 0.72) * 3.4) ** 3;
      const right = clamp((across - 0.72) * 3.4) ** 3;
      const fold = 1 + 0.5 * Math.sin(across * 9 + ((py - y) / size) * 4);
      const base = scale(look.dark, fold);
      return mix(mix(base, look.rimLeft, left * 0.6), look.rimRight, right * 0.6);
    };
  const boot = cloth(0.1);
  // Mid-step: one leg carries, the other leaves the ground.
  fillOutline(
    layer,
    at([
      [-0.075, 0.34],
      [-0.005, 0.34],
      [-0.012, 0.03],
      [-0.005, 0],
      [-0.075, 0],
      [-0.066, 0.06],
    ]),
    boot,
  );
  fillOutline(
    layer,
    at([
      [0.008, 0.34],
      [0.08, 0.34],
      [0.07, 0.1],
      [0.072, 0.045],
      [0.016, 0.045],
      [0.022, 0.12],
    ]),
    boot,
  );
  const coat = roundOutline(
    at([
      [-0.04, 0.84],
      [-0.125, 0.8],
      [-0.15, 0.66],
      [-0.145, 0.5],
      [-0.17, 0.24],
      [-0.06, 0.215],
      [0.06, 0.225],
      [0.175, 0.25],
      [0.15, 0.5],
      [0.155, 0.66],
      [0.13, 0.8],
      [0.04, 0.84],
    ]),
    6,
  );
  fillOutline(
    layer,
    coat,
    cloth((up) => (up > 0.72 ? 0.17 - (up - 0.72) * 0.5 : 0.163 + 0.032 * clamp((0.5 - up) * 3.6))),
  );
  fillOutline(
    layer,
    roundOutline(
      at([
        [-0.055, 0.99],
        [0, 1.02],
        [0.055, 0.99],
        [0.066, 0.92],
        [0.045, 0.83],
        [-0.045, 0.83],
        [-0.066, 0.92],
      ]),
      5,
    ),
    cloth(0.066),
  );
  if (look.hasUmbrella) drawUmbrella(layer, look);
}

function drawUmbrella(layer: Layer, { x, y, size, dark, rimLeft, rimRight }: WalkerLook): void {
  const cx = x + size * 0.03;
  const rim = y - size * 0.93;
  const rx = size * 0.48;
  const ry = size * 0.37;
  fillOutline(
    layer,
    stroke(
      [
        [cx + size * 0.07, y - size * 0.52],
        [cx, rim - ry * 0.9],
      ],
      () => size * 0.016,
    ),
    dark,
  );
  const dome: Point[] = [];
  for (let i = 0; i <= 40; i++) {
    const angle = Math.PI * (1 + i / 40);
    dome.push([
      cx + Math.cos(angle) * rx,
      rim + Math.sin(angle) * ry * (1 - 0.12 * Math.cos(angle) ** 2),
    ]);
  }
  const scallops = 7;
  for (let i = 0; i <= scallops * 6; i++) {
    const t = i / (scallops * 6);
    dome.push([
      cx + rx * (1 - 2 * t),
      rim - Math.abs(Math.sin(t * Math.PI * scallops)) * size * 0.035,
    ]);
  }
  // Thin cloth before bright lights: they show through, most at the edges, less along the ribs.
  fillOutline(layer, dome, (px, py): Rgb => {
    const across = (px - cx) / rx;
    const up = clamp((rim - py) / ry);
    const angle = across / Math.sqrt(Math.max(0.03, 1 - up * up * 0.92));
    const rib = Math.abs(Math.sin(clamp(angle, -1, 1) * Math.PI * scallops * 0.5)) ** 0.35;
    const through = mix(rimLeft, rimRight, clamp(across * 0.5 + 0.5));
    const glow = (0.1 + 0.34 * (1 - up) ** 1.5 + 0.5 * Math.abs(across) ** 5) * (0.45 + 0.55 * rib);
    return [dark[0] + through[0] * glow, dark[1] + through[1] * glow, dark[2] + through[2] * glow];
  });
  fillOutline(
    layer,
    stroke(
      [
        [cx, rim - ry * 0.98],
        [cx, rim - ry * 1.1],
      ],
      () => size * 0.018,
    ),
    dark,
  );
}
