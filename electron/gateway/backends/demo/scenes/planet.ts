// A banded planet that turns, lit from one side, with thin air at its edge and rings before and behind it.
import { hypot } from '../geometry.ts';
import { compositeLayer } from '../canvas/composite.ts';
import type { Frame } from '../canvas/frame.ts';
import { paintLayer, type Layer } from '../canvas/layer.ts';
import { project, type CameraView } from '../camera.ts';
import { clamp, mix, scale, smoothstep, type Ramp, type Rgb } from '../color.ts';
import type { Stage } from './scene.ts';

export interface PlanetLook {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly bands: Ramp;
  readonly rim: Rgb;
  /** Direction to the light on the picture plane; the rest comes from the front. */
  readonly lightX: number;
  readonly lightY: number;
  /** Of the axis, in radians. */
  readonly tilt: number;
  readonly hasRings: boolean;
}

export interface Planet {
  draw(frame: Frame, camera: CameraView, seconds: number): void;
}

const depth = 0.55;
const mapWidth = 1024;
const mapHeight = 384;
const ringTilt = 3.9;

export function createPlanet(stage: Stage, look: PlanetLook): Planet {
  const map = paintMap(stage, look.bands);
  const rings = look.hasRings
    ? [false, true].map((isFront) => paintRings(stage, look, isFront))
    : [];
  const [behind, before] = rings;
  return {
    draw: (frame, camera, seconds) => {
      if (behind) compositeLayer(frame, behind, camera, { depth });
      drawGlobe(frame, look, map, camera, seconds);
      if (before) compositeLayer(frame, before, camera, { depth });
    },
  };
}

/** Colour by longitude and latitude; joins at its sides. */
function paintMap({ noise }: Stage, bands: Ramp): Float32Array {
  const map = new Float32Array(mapWidth * mapHeight * 3);
  const out = new Float32Array(3);
  for (let row = 0; row < mapHeight; row++) {
    const lat = (row / mapHeight) * 2 - 1;
    for (let column = 0; column < mapWidth; column++) {
      const angle = (column / mapWidth) * 2 * Math.PI;
      // A circle in the noise plane: no seam.
      const cx = Math.cos(angle) * 1.15;
      const cy = Math.sin(angle) * 1.15;
      const swirl = noise.fbm(cx * 2.2 + lat * 3, cy * 2.2 - lat * 2.5, 5, 3) - 0.5;
      const fine = noise.fbm(cx * 5 + lat * 22, cy * 5, 4, 9) - 0.5;
      const band = noise.fbm(lat * 4.6 + swirl * 0.85, 7, 4, 5);
      bands.write(clamp((band - 0.22) * 1.75 + fine * 0.22), out, 0.85 + fine * 0.5);
      map.set(out, (row * mapWidth + column) * 3);
    }
  }
  return map;
}

function drawGlobe(
  frame: Frame,
  look: PlanetLook,
  map: Float32Array,
  camera: CameraView,
  seconds: number,
): void {
  const { width, height, data } = frame;
  const at = project(camera, depth, look.x, look.y);
  const radius = look.radius * at.scale * height;
  const cx = at.x * height;
  const cy = at.y * height;
  const cos = Math.cos(look.tilt);
  const sin = Math.sin(look.tilt);
  const front = Math.sqrt(Math.max(0.02, 1 - look.lightX ** 2 - look.lightY ** 2)) * 0.55;
  const reach = radius * 1.12;
  const turn = seconds * 0.035 * mapWidth;
  const { rim } = look;
  for (let py = Math.max(0, Math.floor(cy - reach)); py < Math.min(height, cy + reach); py++) {
    for (let px = Math.max(0, Math.floor(cx - reach)); px < Math.min(width, cx + reach); px++) {
      const dx = (px - cx) / radius;
      const dy = (py - cy) / radius;
      const d2 = dx * dx + dy * dy;
      const i = (py * width + px) * 3;
      const d = Math.sqrt(d2);
      const toLight = dx * look.lightX + dy * look.lightY;
      if (d > 1.12) continue;
      if (d > 1) {
        const air = Math.exp((1 - d) * 34) * clamp(toLight + 0.25) * 0.85;
        data[i] = (data[i] as number) + rim[0] * air;
        data[i + 1] = (data[i + 1] as number) + rim[1] * air;
        data[i + 2] = (data[i + 2] as number) + rim[2] * air;
        continue;
      }
      const z = Math.sqrt(1 - d2);
      const ax = dx * cos + dy * sin;
      const lat = dy * cos - dx * sin;
      const lon = Math.atan2(ax, z) * (mapWidth / (2 * Math.PI)) + turn + mapWidth;
      const column = Math.floor(lon);
      const f = lon - column;
      const row = Math.min(mapHeight - 1, Math.floor((lat * 0.5 + 0.5) * mapHeight)) * mapWidth;
      const a = (row + (column & (mapWidth - 1))) * 3;
      const b = (row + ((column + 1) & (mapWidth - 1))) * 3;
      const light = smoothstep(-0.08, 0.95, toLight + z * front) * 1.4 + 0.006;
      const edge = (1 - z) ** 3 * clamp(toLight + 0.3) * 1.1;
      const cover = Math.min(1, (1 - d) * radius);
      for (let k = 0; k < 3; k++) {
        const color = (map[a + k] as number) * (1 - f) + (map[b + k] as number) * f;
        const under = (data[i + k] as number) + (rim[k] as number) * clamp(toLight + 0.25) * 0.85;
        data[i + k] = under + (color * light + (rim[k] as number) * edge - under) * cover;
      }
    }
  }
}

function paintRings(stage: Stage, look: PlanetLook, isFront: boolean): Layer {
  const { noise } = stage;
  const { x, y, radius, tilt } = look;
  const cos = Math.cos(tilt);
  const sin = Math.sin(tilt);
  const color = mix(look.rim, [1, 0.95, 0.88], 0.5);
  const reach = radius * 2.3;
  const bounds = {
    left: x - reach,
    right: x + reach,
    top: y - reach * 0.75,
    bottom: y + reach * 0.75,
  };
  return paintLayer(stage, bounds, (px, py, out) => {
    const dx = (px - x) / radius;
    const dy = (py - y) / radius;
    const rx = dx * cos + dy * sin;
    const ry = (dy * cos - dx * sin) * ringTilt;
    if (ry > 0 !== isFront) return;
    const r = hypot(rx, ry);
    const inside = smoothstep(1.28, 1.36, r) * smoothstep(2.2, 2.08, r);
    if (inside <= 0) return;
    const gap = 1 - 0.92 * smoothstep(0.035, 0.012, Math.abs(r - 1.78));
    const grooves = (0.25 + 0.85 * noise.fbm(r * 17, 3, 4, 21)) * (0.7 + 0.3 * Math.sin(r * 60));
    // The planet's shadow falls on the far side of the rings, away from the light.
    const along = dx * look.lightX + dy * look.lightY;
    const across = Math.abs(dx * look.lightY - dy * look.lightX);
    const shadow = along < 0 && !isFront ? smoothstep(0.7, 1.05, across) : 1;
    const light = (0.5 + 0.35 * along) * (0.2 + 0.8 * shadow);
    const lit = scale(color, Math.max(0.05, light) * (0.55 + grooves * 0.75));
    out[0] = lit[0];
    out[1] = lit[1];
    out[2] = lit[2];
    out[3] = inside * gap * clamp(grooves * 0.85);
  });
}
