// The part of an image that has a wanted shape: the largest one in the middle, a smaller one, and one that was moved. Pure; whole pixels,
// always within the image.

export interface CropArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** `16:9` → 16 / 9; `null` for what is no shape. */
export function ratioOf(text: unknown): number | null {
  const [, wide, high] = /^(\d+):(\d+)$/.exec(typeof text === 'string' ? text : '') ?? [];
  const ratio = Number(wide) / Number(high);
  return Number.isFinite(ratio) && ratio > 0 ? ratio : null;
}

/** Within 2 %, which nobody sees. */
export function hasRatio({ width, height }: Size, ratio: number): boolean {
  return Math.abs(width / height - ratio) / ratio < 0.02;
}

/** `share` of the largest, 0 to 1. */
export function cropOf(image: Size, ratio: number, share = 1): CropArea {
  const most = Math.min(image.width, image.height * ratio);
  const width = Math.max(1, Math.min(image.width, Math.round(most * share)));
  const height = Math.max(1, Math.min(image.height, Math.round(width / ratio)));
  return {
    width,
    height,
    left: Math.floor((image.width - width) / 2),
    top: Math.floor((image.height - height) / 2),
  };
}

export function moveCrop(image: Size, area: CropArea, left: number, top: number): CropArea {
  const within = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)));
  return {
    ...area,
    left: within(left, image.width - area.width),
    top: within(top, image.height - area.height),
  };
}

/** Another size around the same middle. */
export function resizeCrop(image: Size, area: CropArea, ratio: number, share: number): CropArea {
  const next = cropOf(image, ratio, share);
  return moveCrop(
    image,
    next,
    area.left + (area.width - next.width) / 2,
    area.top + (area.height - next.height) / 2,
  );
}
