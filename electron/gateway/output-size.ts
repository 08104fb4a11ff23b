// The size of the picture in pixels for a resolution and an aspect ratio. Pure. H.264 needs even sides.
import type { Parameters } from '#shared/gateway/model.ts';

export interface OutputSize {
  readonly width: number;
  readonly height: number;
}

/** By resolution, then aspect. A square has about the pixels of the wide picture. */
const sizes = {
  '720p': {
    '16:9': { width: 1280, height: 720 },
    '9:16': { width: 720, height: 1280 },
    '1:1': { width: 960, height: 960 },
  },
  '1080p': {
    '16:9': { width: 1920, height: 1080 },
    '9:16': { width: 1080, height: 1920 },
    '1:1': { width: 1440, height: 1440 },
  },
} as const;

/** No model offers these; a test that is not about pictures is done with them in a twentieth of the time. */
const smallSizes = {
  '16:9': { width: 256, height: 144 },
  '9:16': { width: 144, height: 256 },
  '1:1': { width: 192, height: 192 },
} as const;

export function outputSize(parameters: Parameters, isSmall = false): OutputSize {
  const full = parameters['resolution'] === '1080p' ? sizes['1080p'] : sizes['720p'];
  const row = isSmall ? smallSizes : full;
  const aspect = parameters['aspect'];
  return aspect === '9:16' || aspect === '1:1' ? row[aspect] : row['16:9'];
}
