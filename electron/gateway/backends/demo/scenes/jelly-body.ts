// One jellyfish, drawn as light: the bell fills and squeezes, the arms follow with a delay.
import { hypot } from '../geometry.ts';
import type { Frame } from '../canvas/frame.ts';
import { addGlow } from '../canvas/light.ts';
import { project, type CameraView } from '../camera.ts';
import { scale, type Rgb } from '../color.ts';

export interface Jelly {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly depth: number;
  readonly color: Rgb;
  readonly brightness: number;
  readonly phase: number;
  /** Of the pulse, in radians a second. */
  readonly rate: number;
  readonly lean: number;
}

export function drawJelly(frame: Frame, jelly: Jelly, camera: CameraView, seconds: number): void {
  const beat = seconds * jelly.rate + jelly.phase;
  // A quick squeeze, a slow filling.
  const squeeze = Math.sin(beat + 0.45 * Math.sin(beat));
  const rise = -seconds * 0.016 - 0.009 * Math.sin(beat - 0.9);
  const at = project(
    camera,
    jelly.depth,
    jelly.x + Math.sin(seconds * 0.35 + jelly.phase) * 0.012 + jelly.lean * seconds * 0.012,
    jelly.y + rise,
  );
  const radius = jelly.radius * frame.height * at.scale;
  const x = at.x * frame.height;
  const y = at.y * frame.height;
  const width = radius * (1 - 0.11 * squeeze);
  const tall = radius * (0.86 + 0.12 * squeeze);
  addGlow(frame, x, y, radius * 2.6, scale(jelly.color, 0.16 * jelly.brightness));
  drawArms(frame, jelly, x, y, width, radius, seconds);
  drawBell(frame, jelly, x, y, width, tall, seconds);
}

function drawBell(
  frame: Frame,
  jelly: Jelly,
  x: number,
  y: number,
  width: number,
  tall: number,
  seconds: number,
): void {
  const { data } = frame;
  const left = Math.max(0, Math.floor(x - width * 1.1));
  const right = Math.min(frame.width - 1, Math.ceil(x + width * 1.1));
  const top = Math.max(0, Math.floor(y - tall * 1.05));
  const bottom = Math.min(frame.height - 1, Math.ceil(y + tall * 0.42));
  const gain = jelly.brightness;
  const soft = Math.max(1.2, width * 0.012);
  for (let py = top; py <= bottom; py++) {
    for (let px = left; px <= right; px++) {
      const dx = (px - x) / width;
      const lip = 0.05 * Math.cos(dx * 19 + jelly.phase + Math.sin(seconds) * 0.6) + 0.16;
      const below = lip * Math.sqrt(Math.max(0, 1 - dx * dx)) + 0.05;
      const dy = (py - y) / tall;
      const shape =
        dy < 0 ? hypot(dx, dy) : hypot(dx * (1 + dy * 0.35), dy / Math.max(0.05, below));
      const inside = Math.min(1, Math.max(0, ((1 - shape) * width) / soft));
      if (inside <= 0) continue;
      const edge = 1 - shape;
      const rim = Math.exp(-((edge / 0.085) ** 2)) * (dy < 0 ? 1 : 0.75);
      const inner = Math.exp(-(dx * dx * 3.4 + (dy + 0.3) ** 2 * 5)) * 0.34;
      const ribX = dx / Math.sqrt(Math.max(0.12, 1 - Math.min(0.95, dy * dy)));
      const ribs = (0.5 + 0.5 * Math.cos(ribX * 15)) ** 3 * 0.13 * (0.4 - dy);
      const shine = Math.exp(-(((dx + 0.38) / 0.2) ** 2 + ((dy + 0.6) / 0.1) ** 2)) * 0.3;
      const light = (0.1 + rim * 0.75 + inner + ribs) * inside * gain;
      const hot = (rim * 0.16 + inner * 0.42 + shine) * inside * gain;
      const i = (py * frame.width + px) * 3;
      const keep = 1 - 0.3 * inside;
      for (let k = 0; k < 3; k++) {
        data[i + k] = (data[i + k] as number) * keep + (jelly.color[k] as number) * light + hot;
      }
    }
  }
}

const armCount = 13;

function drawArms(
  frame: Frame,
  jelly: Jelly,
  x: number,
  y: number,
  width: number,
  radius: number,
  seconds: number,
): void {
  for (let arm = 0; arm < armCount; arm++) {
    const place = (arm - (armCount - 1) / 2) / ((armCount - 1) / 2);
    const isFrill = Math.abs(place) < 0.45 && arm % 2 === 0;
    const spread = 0.55 + 0.45 * Math.abs(Math.sin(arm * 12.9898));
    const length = radius * (isFrill ? 2.1 : 2.2 + 1.9 * spread);
    const half = radius * (isFrill ? 0.085 : 0.016) + 0.5;
    const bottom = Math.min(frame.height - 1, Math.ceil(y + length));
    for (let py = Math.max(0, Math.floor(y + radius * 0.05)); py <= bottom; py++) {
      const t = (py - y) / length;
      if (t < 0 || t > 1) continue;
      const lag = seconds * jelly.rate - t * 5.5 + jelly.phase;
      const sway =
        Math.sin(lag + arm * 0.55) * 0.16 * t + Math.sin(lag * 0.43 + arm * 1.7) * 0.24 * t * t;
      const cx = x + place * width * (0.86 - t * 0.3) + (sway - jelly.lean * t * 0.7) * radius;
      const frill = isFrill ? 0.7 + 0.45 * Math.sin(t * 34 - seconds * 3 + arm) : 1;
      const h = Math.max(0.75, half * (1 - t * 0.75) * frill);
      const light =
        (1 - t) ** 1.15 * jelly.brightness * (isFrill ? 0.3 : 0.62) * Math.min(1, t * 12);
      paintSpan(frame, py, cx, h, jelly.color, light);
    }
  }
}

function paintSpan(
  frame: Frame,
  py: number,
  cx: number,
  half: number,
  color: Rgb,
  light: number,
): void {
  const left = Math.max(0, Math.ceil(cx - half * 1.6));
  const right = Math.min(frame.width - 1, Math.floor(cx + half * 1.6));
  for (let px = left; px <= right; px++) {
    const d = (px - cx) / half;
    const strength = Math.exp(-d * d * 1.6) * light;
    const i = (py * frame.width + px) * 3;
    frame.data[i] = (frame.data[i] as number) + color[0] * strength;
    frame.data[i + 1] = (frame.data[i + 1] as number) + color[1] * strength;
    frame.data[i + 2] = (frame.data[i + 2] as number) + color[2] * strength;
  }
}
