// A neon street at night in the rain: glowing signs, a mirror of wet asphalt, a walker under an umbrella.
import { hypot } from '../geometry.ts';
import { blur } from '../canvas/blur.ts';
import { compositeLayer } from '../canvas/composite.ts';
import { fillFrame } from '../canvas/frame.ts';
import { createLayer, measureSpans, paintLayer, type Layer } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { drawWater } from '../canvas/water.ts';
import { project } from '../camera.ts';
import { fromHex, mix, scale, turnHue, type Rgb } from '../color.ts';
import { createNoiseTile } from '../noise-tile.ts';
import { createRain } from '../weather/rain.ts';
import type { Mood } from '../vocabulary.ts';
import { paintSigns, paintWalls, type StreetPlan } from './neon-street.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';
import { drawWalker } from './walker.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly lights: readonly [string, ...string[]];
  readonly haze: string;
}

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['purple', 'pink', 'night'],
    lights: ['#ff2f7d', '#29d9ff', '#ff8a2a', '#9a5bff'],
    haze: '#3a1f63',
  },
  {
    moods: ['red', 'gold'],
    lights: ['#ff5a2a', '#ffd23f', '#ff2f5f', '#ff8f3a', '#3affc8'],
    haze: '#5a241a',
  },
  {
    moods: ['teal', 'green', 'blue'],
    lights: ['#29ffd0', '#2f8bff', '#ff3fa0', '#7dff6a'],
    haze: '#0f3f58',
  },
  {
    moods: ['blue', 'mono', 'winter'],
    lights: ['#4f9bff', '#bfe0ff', '#ff4f6a', '#7a7dff'],
    haze: '#1b2f5c',
  },
];

export function neon(stage: Stage): Scene {
  const { aspect, height, random, reading, unit } = stage;
  const look = chooseByMood(looks, stage);
  const turn = random.range(-0.03, 0.03);
  const light = (hex: string): Rgb => turnHue(fromHex(hex), turn);
  const [first, ...others] = look.lights;
  const plan: StreetPlan = {
    vanishX: aspect * random.range(0.44, 0.56),
    horizon: random.range(0.53, 0.57),
    halfWidth: 0.5 * Math.min(1, aspect * 0.72),
    eye: 0.16,
    lights: [light(first), ...others.map(light)],
    haze: light(look.haze),
    wall: [0.009, 0.009, 0.018],
  };
  const sky = paintGlow(stage, plan);
  const far = paintWalls(stage, plan, 2.6, 16);
  const farSigns = paintSigns(stage, plan, 2.6, 8, 46);
  const near = paintWalls(stage, plan, 0.2, 2.6);
  const nearSigns = [0, 1].map(() => paintSigns(stage, plan, 0.75, 2.6, 9));
  const walkers = paintWalkers(stage, plan);
  const asphalt = paintAsphalt(stage, plan.horizon);
  const rain = createRain(stage, {
    color: mix(scale(plan.haze, 3), [0.6, 0.66, 0.8], 0.6),
    count: 900,
    slant: random.range(-0.06, 0.06),
    ground: 0.66,
  });
  const ripples = createNoiseTile(random.whole(1, 1e6), 16, 4);
  const flicker = (seconds: number, k: number): number => {
    const buzz =
      Math.sin(seconds * (7 + k * 3.1)) * Math.sin(seconds * (11.3 + k)) > 0.82 ? 0.55 : 1;
    return buzz * (0.94 + 0.06 * Math.sin(seconds * 2.3 + k * 2));
  };
  return {
    bloom: 0.4,
    vignette: 0.42,
    exposure: 1.05,
    moves: ['push', 'push', 'pull', 'rise'],
    moveStrength: 1.25,
    draw: (frame, { camera, seconds, progress }) => {
      fillFrame(frame, [0, 0, 0]);
      compositeLayer(frame, sky, camera, { depth: 0.05 });
      compositeLayer(frame, far, camera, { depth: 0.25 });
      compositeLayer(frame, farSigns, camera, { depth: 0.28, gain: flicker(seconds, 2) });
      compositeLayer(frame, near, camera, { depth: 0.8 });
      nearSigns.forEach((layer, k) =>
        compositeLayer(frame, layer, camera, { depth: 0.85, gain: flicker(seconds, k) }),
      );
      compositeLayer(frame, walkers.far, camera, { depth: 0.4, x: (progress - 0.5) * 0.012 });
      const edge = project(camera, 0.3, 0, plan.horizon + 0.045).y * height;
      drawWater(frame, {
        edge,
        ripples,
        seconds: seconds * 1.4,
        choppiness: 0.3,
        stretch: 1.02,
        tint: [0.8, 0.8, 0.86],
        body: [0.003, 0.003, 0.006],
        smear: 0.016,
        fineness: 1.1,
      });
      compositeLayer(frame, asphalt, camera, { depth: 1 });
      const step = Math.sin(seconds * 5.2) * 0.0025;
      const mirrored = { depth: 1, x: Math.sin(seconds * 3) * 0.002, opacity: 0.8 };
      compositeLayer(frame, walkers.mirrored, camera, { ...mirrored, y: -step });
      const back = project(camera, 1, walkers.x, walkers.y - walkers.size * 0.75);
      addGlow(
        frame,
        back.x * height,
        back.y * height,
        walkers.size * 0.95 * height,
        scale(mix(plan.lights[0], plan.haze, 0.4), 0.32),
      );
      compositeLayer(frame, walkers.near, camera, { depth: 1, y: step });
      rain.draw(frame, seconds);
    },
  };

  function paintWalkers(space: Stage, street: StreetPlan) {
    const size = random.range(0.36, 0.44) * unit;
    const x = street.vanishX + random.range(-0.09, 0.09) * unit;
    const y = random.range(0.855, 0.9);
    const dark: Rgb = [0.004, 0.003, 0.007];
    const a = random.pick(street.lights);
    const b = random.pick(street.lights);
    const nearLayer = createLayer(space);
    drawWalker(nearLayer, { x, y, size, hasUmbrella: true, dark, rimLeft: a, rimRight: b });
    measureSpans(nearLayer);
    const farLayer = createLayer(space);
    const crowd = reading.details.has('rain') ? 7 : 5;
    for (let i = 0; i < crowd; i++) {
      const far = random.range(2.2, 4.5);
      drawWalker(farLayer, {
        x: street.vanishX + (random.range(-0.8, 0.8) * street.halfWidth) / far,
        y: street.horizon + street.eye / far + 0.01,
        size: 0.36 / far,
        hasUmbrella: random.chance(0.8),
        dark: scale(street.haze, 0.1),
        rimLeft: street.lights[0],
        rimRight: b,
      });
    }
    measureSpans(farLayer);
    return { near: nearLayer, far: farLayer, mirrored: mirror(space, nearLayer, y), x, y, size };
  }
}

/** The layer upside down below `y`, soft, fading out. */
function mirror(stage: Stage, layer: Layer, y: number): Layer {
  const result = createLayer(stage);
  const { width, height, density, top, data } = layer;
  const foot = Math.round((y - top) * density);
  for (let row = foot; row < height; row++) {
    const source = 2 * foot - 1 - row;
    if (source < 0) break;
    const fade = Math.max(0, 1 - ((row - foot) / density) * 1.5);
    for (let i = 0; i < width * 4; i++) {
      result.data[row * width * 4 + i] = (data[source * width * 4 + i] as number) * fade;
    }
  }
  blur(result.data, width, height, 4, density * 0.003);
  measureSpans(result);
  return result;
}

/** The sky over the street and the light at its end. */
function paintGlow(stage: Stage, plan: StreetPlan): Layer {
  const { noise } = stage;
  return paintLayer(stage, {}, (x, y, out) => {
    const d = hypot((x - plan.vanishX) * 0.85, (y - plan.horizon) * 1.05);
    const smoke = 0.45 + 1.1 * noise.fbm(x * 2, y * 2.4, 5, 31);
    const core = Math.exp(-d * 9) * 1.6 + Math.exp(-d * 2.9) * 0.8 + 0.07;
    const warm = Math.exp(-d * 13) * 0.8;
    out[0] = plan.haze[0] * core * smoke + warm * plan.lights[0][0] + warm * 0.3;
    out[1] = plan.haze[1] * core * smoke + warm * plan.lights[0][1] + warm * 0.25;
    out[2] = plan.haze[2] * core * smoke + warm * plan.lights[0][2] + warm * 0.3;
    out[3] = 1;
  });
}

/** Dry patches take the mirror away; lane marks lead into the picture. */
function paintAsphalt(stage: Stage, horizon: number): Layer {
  const { noise } = stage;
  return paintLayer(stage, { top: horizon - 0.02, detail: 0.7 }, (x, y, out) => {
    const near = y - horizon - 0.05;
    if (near <= 0) return;
    const far = 1 / (near + 0.06);
    const patch = noise.fbm((x - stage.aspect / 2) * far * 0.5, far * 1.1, 5, 91);
    const gritty = noise(x * 240, y * 260, 3) * 0.006;
    out[0] = out[1] = 0.004 + gritty;
    out[2] = 0.007 + gritty;
    out[3] = Math.min(0.86, Math.max(0, (patch - 0.4) * 4.2)) * Math.min(1, near * 14);
  });
}
