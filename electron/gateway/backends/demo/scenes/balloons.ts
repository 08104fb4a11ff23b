// Hot-air balloons that rise and drift, one near, others far.
import { hypot } from '../geometry.ts';
import { compositeLayer } from '../canvas/composite.ts';
import type { Frame } from '../canvas/frame.ts';
import { createLayer, measureSpans, paintLayer, type Layer } from '../canvas/layer.ts';
import { fillOutline, rectangle } from '../canvas/shapes.ts';
import type { CameraView } from '../camera.ts';
import { clamp, fromHex, scale, type Rgb } from '../color.ts';
import type { Stage } from './scene.ts';
import type { SunLook } from './sky.ts';

const stripes: readonly (readonly [string, string])[] = [
  ['#d9412c', '#f3ead8'],
  ['#f0a53a', '#a93a5a'],
  ['#2f6f8f', '#e9dcc4'],
  ['#3c8a6a', '#f0c04a'],
  ['#8a3a7a', '#f26a3d'],
];

export interface Balloons {
  drawFar(frame: Frame, camera: CameraView, seconds: number): void;
  drawNear(frame: Frame, camera: CameraView, seconds: number): void;
}

export function createBalloons(stage: Stage, sun: SunLook): Balloons {
  const { random, aspect, unit } = stage;
  const count = random.whole(7, 11);
  const heroSide = sun.x > aspect / 2 ? 0.32 : 0.68;
  const all = Array.from({ length: count }, (_, i) => {
    const isHero = i === 0;
    const radius = (isHero ? 0.115 : random.range(0.014, 0.05)) * unit;
    const x = isHero ? aspect * heroSide : aspect * random.range(0.06, 0.94);
    const y = isHero ? 0.36 : random.range(0.1, 0.5);
    return {
      layer: paintBalloon(
        stage,
        x,
        y,
        radius,
        sun,
        stripes[(i + random.whole(0, 1)) % stripes.length] ?? ['#d9412c', '#f3ead8'],
      ),
      depth: isHero ? 0.95 : 0.2 + radius * 8,
      rise: isHero ? 0.012 : random.range(0.003, 0.009),
      drift: random.range(-0.006, 0.006),
      phase: random.range(0, 6),
    };
  });
  const [hero, ...rest] = all;
  const draw = (frame: Frame, camera: CameraView, seconds: number, list: typeof all): void => {
    for (const balloon of list) {
      compositeLayer(frame, balloon.layer, camera, {
        depth: balloon.depth,
        x: balloon.drift * seconds + Math.sin(seconds * 0.7 + balloon.phase) * 0.004,
        y: 0.02 - balloon.rise * seconds,
      });
    }
  };
  return {
    drawFar: (frame, camera, seconds) => draw(frame, camera, seconds, rest),
    drawNear: (frame, camera, seconds) => draw(frame, camera, seconds, hero ? [hero] : []),
  };
}

function paintBalloon(
  stage: Stage,
  x: number,
  y: number,
  radius: number,
  sun: SunLook,
  [first, second]: readonly [string, string],
): Layer {
  const a = fromHex(first);
  const b = fromHex(second);
  const bounds = {
    left: x - radius * 1.2,
    right: x + radius * 1.2,
    top: y - radius * 1.2,
    bottom: y + radius * 2.1,
  };
  const side = Math.sign(sun.x - x);
  const envelope = paintLayer(stage, bounds, (px, py, out) => {
    const dx = (px - x) / radius;
    const dy = (py - y) / radius;
    const width = dy < 0.1 ? 1 : 1 - 0.74 * clamp((dy - 0.1) / 1.12) ** 1.35;
    const inside = Math.min(
      dy < 0.1 ? 1 - hypot(dx, (dy - 0.1) / 1.1) : width - Math.abs(dx),
      1.22 - dy,
    );
    const alpha = clamp(inside * radius * stage.height + 0.5);
    if (alpha <= 0) return;
    const across = clamp(
      dx /
        Math.max(
          0.1,
          width * (dy < 0.1 ? Math.sqrt(Math.max(0.02, 1 - ((dy - 0.1) / 1.1) ** 2)) : 1),
        ),
      -1,
      1,
    );
    const gore = Math.asin(across) * 5.1;
    const isFirst = Math.sin(gore) > 0;
    const band = Math.abs(dy - 0.05) < 0.13 ? !isFirst : isFirst;
    const color: Rgb = band ? a : b;
    const seam = 0.86 + 0.14 * Math.abs(Math.sin(gore)) ** 0.5;
    const shade = (0.34 + 0.85 * clamp(0.52 + across * side * 0.55 - dy * 0.22)) * seam;
    out[0] = color[0] * shade * 1.25 + sun.color[0] * 0.05;
    out[1] = color[1] * shade * 1.2 + sun.color[1] * 0.04;
    out[2] = color[2] * shade * 1.1 + sun.color[2] * 0.03;
    out[3] = alpha;
  });
  const basket = createLayer(stage, bounds);
  basket.data.set(envelope.data);
  const wood = fromHex('#3a2415');
  for (const lean of [-1, 1]) {
    const line: [number, number][] = [
      [x + lean * radius * 0.24, y + radius * 1.2],
      [x + lean * radius * 0.14, y + radius * 1.6],
    ];
    const [from, to] = line as [[number, number], [number, number]];
    fillOutline(
      basket,
      [from, [from[0] + radius * 0.025, from[1]], [to[0] + radius * 0.025, to[1]], to],
      scale(wood, 0.8),
    );
  }
  fillOutline(
    basket,
    rectangle(x - radius * 0.15, y + radius * 1.58, x + radius * 0.15, y + radius * 1.82),
    (px) => scale(wood, 0.9 + ((px - x) / radius) * side * 3),
  );
  measureSpans(basket);
  return basket;
}
