// Reference pictures within a scene: large lit panels that float before it, with their light on the surroundings.
import { hypot } from '../geometry.ts';
import { compositeLayer } from '../canvas/composite.ts';
import type { Frame } from '../canvas/frame.ts';
import { createLayer, measureSpans, paintLayer, type Layer } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { overscan, project } from '../camera.ts';
import { clamp, mix, scale, smoothstep, type Rgb } from '../color.ts';
import { unfilm } from '../finish/tone.ts';
import type { Shot, Stage } from '../scenes/scene.ts';
import {
  averageLight,
  decodePicture,
  pictureAspect,
  pictureLayer,
  type Picture,
} from './picture.ts';

export interface Billboards {
  draw(frame: Frame, shot: Shot): void;
}

interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** All panels together cover at least this share of the picture. */
const coverage = 0.3;
const maxPanels = 4;
const depth = 0.35;

export async function createBillboards(
  stage: Stage,
  references: readonly Uint8Array[],
  exposure: number,
): Promise<Billboards> {
  const shown = references.slice(0, maxPanels);
  const aspects = await Promise.all(shown.map(pictureAspect));
  const panels = placePanels(aspects, stage.aspect);
  const lightOf = lightTable(exposure);
  const built = await Promise.all(
    panels.map(async (panel, i) => {
      const bytes = shown[i] ?? new Uint8Array();
      const picture = await decodePicture(
        bytes,
        Math.max(2, Math.round(panel.width * stage.height)),
        Math.max(2, Math.round(panel.height * stage.height)),
      );
      return {
        panel,
        phase: i * 1.7,
        color: averageLight(picture),
        ...paintPanel(stage, panel, picture, lightOf),
      };
    }),
  );
  return {
    draw: (frame, { camera, seconds }) => {
      for (const { panel, phase, color, shade, face, mirrored } of built) {
        const y = Math.sin(seconds * 0.9 + phase) * 0.006;
        const x = Math.sin(seconds * 0.5 + phase) * 0.003;
        const at = project(camera, depth, panel.x + x, panel.y + y);
        const reach = Math.max(panel.width, panel.height) * frame.height;
        compositeLayer(frame, shade, camera, { depth, x, y });
        addGlow(
          frame,
          at.x * frame.height,
          at.y * frame.height,
          reach * 1.05,
          scale(color, 0.8 + 0.06 * Math.sin(seconds * 1.7)),
        );
        compositeLayer(frame, mirrored, camera, { depth, x, y: -y, opacity: 0.35 });
        compositeLayer(frame, face, camera, { depth, x, y });
      }
    },
  };
}

/** Side by side around the middle, a little above it. */
function placePanels(aspects: readonly number[], aspect: number): Panel[] {
  const gap = 0.035;
  const shapes = aspects.map((value) => clamp(value, 0.66, 1.9));
  const total = shapes.reduce((sum, shape) => sum + shape, 0);
  const room = aspect * 0.86 - gap * (shapes.length - 1);
  // One height for all: total area = coverage x aspect, within the room there is.
  const wanted = Math.sqrt((coverage * aspect) / total);
  const height = Math.min(
    Math.max(wanted, 0.3),
    0.78,
    (room / total) * (shapes.length > 1 ? 1.15 : 1),
  );
  const widths = shapes.map((shape) => Math.min(shape * height, room / shapes.length));
  const span = widths.reduce((sum, width) => sum + width, 0) + gap * (shapes.length - 1);
  let left = (aspect - span) / 2;
  return widths.map((width) => {
    const panel = {
      x: left + width / 2,
      y: Math.max(0.45, 0.06 + height / 2),
      width,
      height: fill(width, height),
    };
    left += width + gap;
    return panel;
  });

  /** A panel made narrower by the room becomes taller instead. */
  function fill(width: number, usual: number): number {
    const needed = (coverage * aspect) / shapes.length / width;
    return clamp(Math.max(usual, Math.min(needed, width / 0.6)), 0.1, 0.84);
  }
}

function paintPanel(stage: Stage, panel: Panel, picture: Picture, lightOf: Float32Array) {
  const left = panel.x - panel.width / 2;
  const top = panel.y - panel.height / 2;
  const bounds = { left, right: left + panel.width, top, bottom: top + panel.height };
  const corner = Math.min(0.022, panel.height * 0.06);
  const image = pictureLayer(stage, bounds, picture, lightOf);
  const rim: Rgb = mix(averageLight(picture), [1, 1, 1], 0.65);
  const face = roundCorners(stage, image, corner, rim);
  const pad = 0.09;
  const shade = paintLayer(
    stage,
    {
      left: left - pad,
      right: left + panel.width + pad,
      top: top - pad,
      bottom: top + panel.height + pad + overscan,
      detail: 0.25,
    },
    (x, y, out) => {
      out[3] = 0.6 * smoothstep(pad, 0, outside(x, y - 0.012, panel, corner));
    },
  );
  return { face, shade, mirrored: mirror(stage, face, panel) };
}

/** Distance to the rounded rectangle, negative inside. */
function outside(x: number, y: number, panel: Panel, corner: number): number {
  const dx = Math.abs(x - panel.x) - panel.width / 2 + corner;
  const dy = Math.abs(y - panel.y) - panel.height / 2 + corner;
  return hypot(Math.max(0, dx), Math.max(0, dy)) + Math.min(0, Math.max(dx, dy)) - corner;
}

function roundCorners(stage: Stage, image: Layer, corner: number, rim: Rgb): Layer {
  const panel = {
    x: image.left + image.width / image.density / 2,
    y: image.top + image.height / image.density / 2,
    width: image.width / image.density,
    height: image.height / image.density,
  };
  const edge = 1.6 / stage.height;
  for (let row = 0, i = 0; row < image.height; row++) {
    for (let column = 0; column < image.width; column++, i += 4) {
      const d = outside(
        image.left + (column + 0.5) / image.density,
        image.top + (row + 0.5) / image.density,
        panel,
        corner,
      );
      const alpha = clamp(0.5 - d * image.density);
      const line = clamp((d + edge * 1.6) / edge) * 0.8;
      for (let k = 0; k < 3; k++) {
        const color = image.data[i + k] as number;
        image.data[i + k] = (color + ((rim[k] as number) * 1.1 - color) * line) * alpha;
      }
      image.data[i + 3] = alpha;
    }
  }
  measureSpans(image);
  return image;
}

/** A faint image below, as on a polished floor. */
function mirror(stage: Stage, face: Layer, panel: Panel): Layer {
  const reach = Math.min(0.3, panel.height * 0.5);
  const gap = 0.012;
  const top = panel.y + panel.height / 2 + gap;
  const layer = createLayer(stage, {
    left: face.left,
    right: face.left + face.width / face.density,
    top,
    bottom: top + reach,
  });
  const columns = Math.min(layer.width, face.width);
  for (let row = 0; row < layer.height; row++) {
    const source = face.height - 1 - row;
    if (source < 0) break;
    const fade = (1 - row / layer.height) ** 2 * 0.7;
    for (let k = 0; k < columns * 4; k++) {
      layer.data[row * layer.width * 4 + k] =
        (face.data[source * face.width * 4 + k] as number) * fade;
    }
  }
  measureSpans(layer);
  return layer;
}

/** The light that the film curve shows as the picture's own value; whites stay below the glow of lamps. */
function lightTable(exposure: number): Float32Array {
  return Float32Array.from(
    { length: 256 },
    (_, value) => unfilm(Math.min(0.82, (value / 255) ** 2.2)) / exposure,
  );
}
