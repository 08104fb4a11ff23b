// One great flower opening slowly: rings of petals that spread and turn a little, dew, soft lights behind.
import { hypot } from '../geometry.ts';
import { blur } from '../canvas/blur.ts';
import { compositeLayer } from '../canvas/composite.ts';
import type { Frame } from '../canvas/frame.ts';
import { paintLayer, type Layer } from '../canvas/layer.ts';
import { addDisc, addGlow } from '../canvas/light.ts';
import { project } from '../camera.ts';
import { createRamp, fromHex, scale, smoothstep, turnHue } from '../color.ts';
import type { Mood } from '../vocabulary.ts';
import { drawRing, paintRing } from './flower-ring.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';

interface Look {
  readonly moods: readonly Mood[];
  /** From the heart of a petal to its tip. */
  readonly petal: readonly string[];
  readonly back: readonly string[];
}

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['pink', 'dawn'],
    petal: ['#6a0a34', '#c8326e', '#ff8cb0', '#ffdcd8'],
    back: ['#0c1c12', '#1f3c26', '#4a6a44'],
  },
  {
    moods: ['mono', 'winter', 'day'],
    petal: ['#8a7434', '#e0d0a4', '#fff2dc', '#ffffff'],
    back: ['#0c141c', '#1c2f40', '#3c5a74'],
  },
  {
    moods: ['red', 'dusk'],
    petal: ['#34020e', '#98081e', '#d81c38', '#ff6e70'],
    back: ['#100808', '#2c1a14', '#5c3a24'],
  },
  {
    moods: ['purple', 'blue', 'night'],
    petal: ['#1c0c50', '#4a34b0', '#8a7cf0', '#d8d0ff'],
    back: ['#060c1a', '#12243c', '#2a4c68'],
  },
  {
    moods: ['gold', 'green'],
    petal: ['#7a2c04', '#e08410', '#ffc23c', '#fff0a8'],
    back: ['#0e1608', '#2a3a14', '#5c6a2c'],
  },
];

/** Petals of each ring, from the outermost. */
const petalCounts = [10, 9, 9, 8, 7, 6, 5, 4] as const;
const rings = petalCounts.length;

export function flower(stage: Stage): Scene {
  const { aspect, height, random, noise, unit } = stage;
  const look = chooseByMood(looks, stage);
  const hue = random.range(-0.012, 0.012);
  const petal = createRamp(look.petal.map((hex) => turnHue(fromHex(hex), hue)));
  const back = paintBack();
  const cx = aspect * random.range(0.46, 0.56);
  const cy = random.range(0.49, 0.54);
  const base = random.range(0, 6.3);
  const span = 0.6 * (0.3 + 0.7 * unit);
  const list = petalCounts.map((petals, index) => {
    const t = index / (rings - 1);
    const radius = span * ((1 - t) ** 0.95 * 0.88 + 0.12);
    const side = Math.max(64, Math.min(900, Math.ceil(radius * height * 1.8)));
    return {
      t,
      radius,
      turn: base + index * 0.74,
      ring: paintRing({ petals, t, index, side, colors: petal, noise }),
    };
  });
  const lights = Array.from({ length: Math.round(16 * aspect) }, () => ({
    x: random.range(0, aspect),
    y: random.range(0, 1),
    radius: random.range(0.02, 0.085),
    light: random.range(0.05, 0.2),
    phase: random.range(0, 6.3),
  }));
  const pollen = Array.from({ length: Math.round(46 * aspect) }, () => ({
    x: random.range(0, aspect),
    y: random.range(0, 1.1),
    depth: random.range(0.6, 1.7),
    phase: random.range(0, 6.3),
  }));
  const backLight = createRamp(look.back.map(fromHex)).at(1);
  return {
    bloom: 0.35,
    vignette: 0.4,
    exposure: 0.92,
    moves: ['push', 'push', 'pull', 'rise'],
    draw: (frame, { camera, seconds, progress }) => {
      compositeLayer(frame, back, camera, { depth: 0.15 });
      for (const light of lights) {
        const at = project(
          camera,
          0.25,
          light.x + Math.sin(seconds * 0.3 + light.phase) * 0.015,
          light.y - seconds * 0.006,
        );
        addDisc(
          frame,
          at.x * height,
          at.y * height,
          light.radius * height,
          scale(backLight, light.light * (0.8 + 0.2 * Math.sin(seconds + light.phase)) * 1.6),
          height * 0.008,
        );
      }
      const at = project(
        camera,
        0.9,
        cx + Math.sin(seconds * 0.8) * 0.006,
        cy + Math.cos(seconds * 0.65) * 0.004,
      );
      const open = 0.62 + 0.38 * smoothstep(-0.15, 1, progress);
      const sizes = list.map(
        ({ radius, t }) => radius * open ** (0.5 + t * 1.1) * at.scale * height,
      );
      list.forEach(({ ring, turn, t }, i) => {
        const radius = sizes[i] ?? 1;
        const sway = Math.sin(seconds * 0.9 + i * 0.5) * 0.014;
        // Petals hide about half of the ring below.
        const hidden = ((sizes[i + 1] ?? 0) / radius) * 0.78;
        const angle = turn + (1 - open) * (0.3 + t * 0.9) + sway;
        drawRing(frame, ring, {
          x: at.x * height,
          y: at.y * height,
          radius,
          angle,
          gain: 1.02 - t * 0.12,
          hidden,
        });
      });
      drawHeart(frame, at.x * height, at.y * height, span * 0.075 * height * at.scale, seconds);
      for (const grain of pollen) {
        const y = (((grain.y - seconds * 0.018 * grain.depth) % 1.1) + 1.1) % 1.1;
        const p = project(
          camera,
          grain.depth,
          grain.x + Math.sin(seconds * 0.5 + grain.phase) * 0.03,
          y,
        );
        addGlow(
          frame,
          p.x * height,
          p.y * height,
          (0.0025 + 0.008 * Math.abs(grain.depth - 0.95)) * height,
          scale([1, 0.86, 0.5], 0.3 * (0.5 + 0.5 * Math.sin(seconds * 1.5 + grain.phase))),
        );
      }
    },
  };

  function paintBack(): Layer {
    const ramp = createRamp(look.back.map(fromHex));
    const layer = paintLayer(stage, { detail: 0.35 }, (x, y, out) => {
      const d = hypot(x - aspect * 0.3, y - 0.2);
      ramp.write(
        noise.fbm(x * 1.6, y * 1.6, 4, 3) * 1.5 - 0.5 + 0.55 * Math.exp(-d * 1.8),
        out,
        0.75,
      );
      out[3] = 1;
    });
    blur(layer.data, layer.width, layer.height, 4, layer.height * 0.03);
    return layer;
  }

  function drawHeart(frame: Frame, x: number, y: number, radius: number, seconds: number): void {
    for (let i = 0; i < 95; i++) {
      const angle = i * 2.39996;
      const out = Math.sqrt(i / 95) * radius * (1 + 0.03 * Math.sin(seconds * 1.3 + i));
      const light = 0.35 + 0.75 * (i / 95);
      addDisc(
        frame,
        x + Math.cos(angle) * out,
        y + Math.sin(angle) * out,
        radius * 0.065,
        [0.85 * light, 0.52 * light, 0.1 * light],
        1.2,
      );
    }
  }
}
