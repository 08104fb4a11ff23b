// A ferry with lit windows and their trails on the water.
import { createLayer, measureSpans, type Layer } from '../canvas/layer.ts';
import { fillOutline, rectangle } from '../canvas/shapes.ts';
import { scale, type Rgb } from '../color.ts';
import type { Stage } from './scene.ts';

export interface FerryLook {
  readonly side: number;
  readonly shore: number;
  readonly hull: Rgb;
  readonly lamp: Rgb;
}

export function paintFerry(stage: Stage, look: FerryLook): Layer {
  const { aspect, unit } = stage;
  const { side, shore, hull, lamp } = look;
  const x = aspect * (0.5 - side * 0.2);
  const y = shore + 0.075;
  const size = 0.13 * (0.5 + 0.5 * unit);
  const layer = createLayer(stage, {
    left: x - size,
    right: x + size,
    top: y - size * 0.6,
    bottom: y + size * 0.7,
  });
  fillOutline(
    layer,
    [
      [x - size * 0.62, y - size * 0.07],
      [x + size * 0.66, y - size * 0.09],
      [x + size * 0.54, y + size * 0.03],
      [x - size * 0.55, y + size * 0.03],
    ],
    hull,
  );
  fillOutline(
    layer,
    rectangle(x - size * 0.45, y - size * 0.19, x + size * 0.4, y - size * 0.07),
    scale(hull, 1.8),
  );
  fillOutline(
    layer,
    rectangle(x - size * 0.2, y - size * 0.29, x + size * 0.25, y - size * 0.19),
    scale(hull, 1.5),
  );
  for (let i = 0; i < 9; i++) {
    const wx = x - size * 0.41 + i * size * 0.088;
    fillOutline(
      layer,
      rectangle(wx, y - size * 0.155, wx + size * 0.052, y - size * 0.105),
      scale(lamp, 1.9),
    );
    // The lamps' broken trails on the water.
    for (let k = 0; k < 5; k++) {
      const ty = y + size * (0.06 + k * 0.075);
      fillOutline(
        layer,
        rectangle(wx - size * 0.004 * k, ty, wx + size * (0.05 + 0.008 * k), ty + size * 0.022),
        scale(lamp, 0.9),
        0.32 - k * 0.06,
      );
    }
  }
  measureSpans(layer);
  return layer;
}
