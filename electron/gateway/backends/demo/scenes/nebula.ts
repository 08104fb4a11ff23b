// Deep space: folds of glowing gas, stars at several distances, a turning planet with rings.
import { compositeLayer } from '../canvas/composite.ts';
import { fillFrame } from '../canvas/frame.ts';
import { paintLight, type Layer } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { project } from '../camera.ts';
import { createRamp, fromHex, scale, smoothstep, turnHue, type Rgb } from '../color.ts';
import type { Mood } from '../vocabulary.ts';
import { createPlanet } from './planet.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly gas: readonly string[];
  readonly planet: readonly string[];
  readonly rim: string;
}

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['red', 'gold', 'purple'],
    gas: ['#04040c', '#1a1650', '#7a2a86', '#ff6a4a', '#ffe0b0'],
    planet: ['#3a2018', '#b5764a', '#f1d2a2', '#c98d62', '#5a3326'],
    rim: '#ffb27a',
  },
  {
    moods: ['blue', 'teal', 'night'],
    gas: ['#02060f', '#0a1f4a', '#12628a', '#3fd0c8', '#eafff0'],
    planet: ['#0f2a4a', '#2f6a9a', '#9fd0e0', '#e8f4f0', '#1f4a7a'],
    rim: '#8fd8ff',
  },
  {
    moods: ['pink', 'purple'],
    gas: ['#08040f', '#34124f', '#a02a7a', '#ff7ab0', '#ffe8e0'],
    planet: ['#2a1440', '#6a3a8a', '#c08ad0', '#f0d0e8', '#4a2060'],
    rim: '#ffb0e0',
  },
  {
    moods: ['green', 'mono'],
    gas: ['#030807', '#0d2f33', '#2a6a4a', '#b0c860', '#fff4c0'],
    planet: ['#24201a', '#6a6a5a', '#b8b09a', '#e8e0c8', '#3a362c'],
    rim: '#fff0c0',
  },
];

export function nebula(stage: Stage): Scene {
  const { aspect, height, random, noise } = stage;
  const look = chooseByMood(looks, stage);
  const turn = random.range(-0.04, 0.04);
  const gas = createRamp(look.gas.map((hex) => turnHue(fromHex(hex), turn)));
  const angle = random.range(0, 6.3);
  const back = paintGas(0);
  const veils = [1, 2].map((i) => paintGas(i));
  const stars = [0.08, 0.2, 0.5].map((depth, i) => createField(depth, [420, 150, 46][i] ?? 50, i));
  const isLeft = random.chance(0.5);
  const planet = createPlanet(stage, {
    x: aspect * (isLeft ? random.range(0.26, 0.34) : random.range(0.66, 0.74)),
    y: random.range(0.5, 0.62),
    radius: random.range(0.27, 0.36) * (0.45 + 0.55 * stage.unit),
    bands: createRamp(look.planet.map((hex) => turnHue(fromHex(hex), turn))),
    rim: fromHex(look.rim),
    lightX: isLeft ? 0.72 : -0.72,
    lightY: random.range(-0.55, -0.25),
    tilt: random.range(0.2, 0.5) * random.sign(),
    hasRings: stage.reading.details.has('planet') || stage.theme.chance(0.7),
  });
  return {
    bloom: 0.32,
    vignette: 0.36,
    exposure: 0.8,
    moves: ['push', 'push', 'pull', 'pan-left', 'pan-right'],
    moveStrength: 1.3,
    draw: (frame, { camera, seconds }) => {
      fillFrame(frame, [0.0008, 0.001, 0.002]);
      compositeLayer(frame, back, camera, { depth: 0.12 });
      stars[0]?.(frame, camera, seconds);
      stars[1]?.(frame, camera, seconds);
      veils.forEach((layer, i) =>
        compositeLayer(frame, layer, camera, {
          depth: 0.3 + i * 0.28,
          x: Math.cos(angle) * seconds * 0.006 * (i + 1),
          y: Math.sin(angle) * seconds * 0.005,
          gain: 0.92 + 0.08 * Math.sin(seconds * 0.7 + i * 2),
        }),
      );
      planet.draw(frame, camera, seconds);
      stars[2]?.(frame, camera, seconds);
    },
  };

  function paintGas(index: number): Layer {
    const s = index * 31;
    const zoom = 1 + index * 0.35;
    return paintLight(
      stage,
      {
        left: -0.25,
        right: aspect + 0.25,
        top: -0.2,
        bottom: 1.2,
        detail: index === 0 ? 0.6 : 0.35,
      },
      (x, y, out) => {
        const px = (x * Math.cos(angle) + y * Math.sin(angle)) * zoom;
        const py = (y * Math.cos(angle) - x * Math.sin(angle)) * zoom * 1.35;
        const qx = noise.fbm(px * 1.3, py * 1.3, 4, s);
        const qy = noise.fbm(px * 1.3 + 5, py * 1.3, 4, s + 3);
        const f = noise.fbm(px * 1.5 + qx * 2.8, py * 1.5 + qy * 2.8, 6, s + 7);
        const dust = noise.ridged(px * 2.1 + qy * 1.6, py * 2.1 + qx * 1.6, 5, s + 12);
        const band = Math.exp(
          -(((y - 0.45 - (x / aspect - 0.5) * Math.sin(angle) * 0.7) / 0.42) ** 2),
        );
        const body = Math.max(0, f * 2.15 - 0.72) * (0.35 + 0.9 * band);
        const gain =
          body ** 1.7 * (1.15 - 0.85 * smoothstep(0.5, 0.8, dust)) * (index === 0 ? 1.3 : 0.4);
        gas.write(body * 0.82 + 0.08, out, gain);
      },
    );
  }

  function createField(depth: number, count: number, rank: number) {
    const tints: readonly [Rgb, ...Rgb[]] = [
      [1, 1, 1],
      [0.7, 0.82, 1],
      [1, 0.82, 0.62],
    ];
    const list = Array.from({ length: Math.round(count * aspect) }, () => {
      const size = random.next() ** 6;
      return {
        x: random.range(-0.15, aspect + 0.15),
        y: random.range(-0.15, 1.15),
        size,
        radius: (0.0016 + 0.005 * size + rank * 0.0004) * height,
        color: scale(random.pick(tints), (0.25 + 2.2 * size) * random.range(0.5, 1)),
        rate: random.range(1, 4),
        phase: random.range(0, 6.3),
      };
    });
    return (
      frame: Parameters<Scene['draw']>[0],
      camera: Parameters<Scene['draw']>[1]['camera'],
      seconds: number,
    ): void => {
      for (const star of list) {
        const at = project(camera, depth, star.x, star.y);
        const twinkle = 0.75 + 0.25 * Math.sin(seconds * star.rate + star.phase);
        const x = at.x * height;
        const y = at.y * height;
        addGlow(frame, x, y, Math.max(1.1, star.radius), scale(star.color, twinkle));
        if (star.size < 0.45) continue;
        // The cross of a telescope around the brightest.
        for (let k = 1; k < 7; k++) {
          const light = scale(star.color, (twinkle * 0.42) / (k * k * 0.5 + 0.5));
          const reach = k * star.radius * 0.9;
          addGlow(frame, x + reach, y, 1.3, light);
          addGlow(frame, x - reach, y, 1.3, light);
          addGlow(frame, x, y + reach, 1.3, light);
          addGlow(frame, x, y - reach, 1.3, light);
        }
      }
    };
  }
}
