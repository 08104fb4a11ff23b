// Jellyfish in the deep: pulsing bells, trailing arms, shafts of light from above, drifting specks.
import { hypot } from '../geometry.ts';
import { compositeLayer } from '../canvas/composite.ts';
import { createVeil, layVeil, paintVeil } from '../canvas/veil.ts';
import { paintLayer } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { project } from '../camera.ts';
import { createRamp, fromHex, scale, smoothstep, turnHue, type Rgb } from '../color.ts';
import { createNoiseTile, sampleTile } from '../noise-tile.ts';
import type { Mood } from '../vocabulary.ts';
import { drawJelly, type Jelly } from './jelly-body.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly water: readonly string[];
  readonly bodies: readonly [string, ...string[]];
  readonly shafts: string;
}

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['blue', 'pink'],
    water: ['#12648c', '#07385f', '#031735', '#010818'],
    bodies: ['#ff8fb8', '#8fd0ff', '#c79bff'],
    shafts: '#58c4e0',
  },
  {
    moods: ['purple', 'night'],
    water: ['#3a2a86', '#1f1660', '#0d0a36', '#04031a'],
    bodies: ['#b49bff', '#ff8fd8', '#7fe0ff'],
    shafts: '#8f7dff',
  },
  {
    moods: ['teal', 'green'],
    water: ['#0f7f78', '#065258', '#032a36', '#010f18'],
    bodies: ['#9affd8', '#ffe08f', '#7fd8ff'],
    shafts: '#6fe8c8',
  },
  {
    moods: ['red', 'gold', 'dusk'],
    water: ['#7a3a3f', '#4a1c3a', '#22102c', '#0a0614'],
    bodies: ['#ffb45a', '#ff7a5a', '#ffd0a0'],
    shafts: '#ff9a6a',
  },
];

export function jelly(stage: Stage): Scene {
  const { aspect, height, random, noise, unit } = stage;
  const look = chooseByMood(looks, stage);
  const turn = random.range(-0.04, 0.04);
  const water = createRamp(look.water.map((hex) => turnHue(fromHex(hex), turn)));
  const shaft = turnHue(fromHex(look.shafts), turn);
  const sourceX = aspect * random.range(0.25, 0.75);
  const back = paintLayer(stage, { detail: 0.5 }, (x, y, out) => {
    const d = hypot((x - sourceX) * 0.8, y + 0.15);
    water.write(
      y * 0.92 + 0.1 * (noise.fbm(x * 1.5, y * 1.5, 4, 3) - 0.5) + 0.12 * Math.abs(x - sourceX),
      out,
      0.9 + 0.9 * Math.exp(-d * 2.2),
    );
    out[3] = 1;
  });
  const veil = createVeil(stage, 5);
  const tile = createNoiseTile(random.whole(1, 1e6), 8, 3, 128);
  const shoal = createShoal(stage, look, turn);
  const specks = Array.from({ length: Math.round(190 * aspect) }, () => ({
    x: random.range(-0.05, aspect + 0.05),
    y: random.range(-0.05, 1.05),
    depth: random.range(0.2, 1.5),
    phase: random.range(0, 6.3),
    light: random.range(0.1, 0.5) ** 1.5,
  }));
  return {
    bloom: 0.75,
    vignette: 0.38,
    exposure: 1.05,
    moves: ['push', 'rise', 'pan-left', 'pan-right'],
    draw: (frame, { camera, seconds }) => {
      compositeLayer(frame, back, camera, { depth: 0.05 });
      paintVeil(veil, aspect, (x, y, out) => {
        const angle = Math.atan2(x - sourceX, y + 0.34);
        const ray =
          sampleTile(tile, angle * 0.9 + seconds * 0.012, seconds * 0.02) * 0.62 +
          sampleTile(tile, angle * 2.1 - seconds * 0.017, 0.5 + seconds * 0.023) * 0.38;
        const light =
          smoothstep(0.5, 0.86, ray) * Math.exp(-y * 2.1) * Math.exp(-Math.abs(angle) * 0.7) * 0.85;
        out[0] = shaft[0] * light;
        out[1] = shaft[1] * light;
        out[2] = shaft[2] * light;
      });
      layVeil(frame, veil);
      shoal.forEach((body) => drawJelly(frame, body, camera, seconds));
      for (const speck of specks) {
        const rise = ((((speck.y - seconds * 0.011 * speck.depth) % 1.1) + 1.1) % 1.1) - 0.05;
        const at = project(
          camera,
          speck.depth,
          speck.x + Math.sin(seconds * 0.6 + speck.phase) * 0.008,
          rise,
        );
        const far = Math.abs(speck.depth - 0.9);
        addGlow(
          frame,
          at.x * height,
          at.y * height,
          (0.0022 + far * 0.005) * height,
          scale([0.6, 0.85, 1], (speck.light * 0.9) / (0.7 + far * 4)),
        );
      }
    },
  };

  function createShoal(space: Stage, { bodies }: Look, hue: number): Jelly[] {
    const side = space.random.sign();
    const places: readonly (readonly [number, number, number])[] = [
      [0.5 + side * 0.36, 0.16, 0.04],
      [0.5 - side * 0.4, 0.3, 0.055],
      [0.5 + side * 0.16, 0.78, 0.05],
      [0.5 - side * 0.3, 0.68, 0.09],
      [0.5 + side * 0.29, 0.52, 0.115],
      [0.5 - side * 0.07, 0.36, 0.19],
    ];
    return places.map(([px, py, radius], i): Jelly => {
      const color: Rgb = turnHue(
        fromHex(bodies[(i + (i === 5 ? 1 : 0)) % bodies.length] ?? bodies[0]),
        hue,
      );
      return {
        x: aspect * (px + random.range(-0.04, 0.04)),
        y: py + random.range(-0.04, 0.04),
        radius: radius * (0.35 + 0.65 * unit) * random.range(0.88, 1.1),
        depth: 0.25 + radius * 4,
        color,
        brightness: 0.42 + radius * 3.2,
        phase: random.range(0, 6.3),
        rate: random.range(1.9, 2.6) * (1.25 - radius * 2),
        lean: random.range(-0.25, 0.25),
      };
    });
  }
}
