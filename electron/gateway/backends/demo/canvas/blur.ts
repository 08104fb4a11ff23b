// Blur of interleaved float pictures: three box passes, close to a Gaussian, cost independent of the radius.

/** `deviation` in pixels. Changes `data` in place. Edges repeat. */
export function blur(
  data: Float32Array,
  width: number,
  height: number,
  channels: number,
  deviation: number,
): void {
  blurRows(data, width, height, channels, deviation);
  blurColumns(data, width, height, channels, deviation);
}

function blurRows(
  data: Float32Array,
  width: number,
  height: number,
  channels: number,
  deviation: number,
): void {
  const radius = boxRadius(deviation);
  if (radius < 1) return;
  const line = new Float32Array(width);
  for (let row = 0; row < height; row++) {
    for (let channel = 0; channel < channels; channel++) {
      const start = row * width * channels + channel;
      for (let pass = 0; pass < 3; pass++) boxLine(data, start, channels, width, radius, line);
    }
  }
}

export function blurColumns(
  data: Float32Array,
  width: number,
  height: number,
  channels: number,
  deviation: number,
): void {
  const radius = boxRadius(deviation);
  if (radius < 1) return;
  const stride = width * channels;
  const source = new Float32Array(data.length);
  for (let pass = 0; pass < 3; pass++) {
    source.set(data);
    boxColumns(source, data, stride, height, radius);
  }
}

/** Three boxes of this radius have about the wished deviation. */
function boxRadius(deviation: number): number {
  return Math.round((Math.sqrt(4 * deviation * deviation + 1) - 1) / 2);
}

function boxLine(
  data: Float32Array,
  start: number,
  stride: number,
  count: number,
  radius: number,
  line: Float32Array,
): void {
  for (let i = 0; i < count; i++) line[i] = data[start + i * stride] as number;
  const last = count - 1;
  const share = 1 / (radius * 2 + 1);
  let sum = (line[0] as number) * (radius + 1);
  for (let i = 1; i <= radius; i++) sum += line[Math.min(last, i)] as number;
  for (let i = 0; i < count; i++) {
    data[start + i * stride] = sum * share;
    sum +=
      (line[Math.min(last, i + radius + 1)] as number) - (line[Math.max(0, i - radius)] as number);
  }
}

/** All columns at once, row by row: the memory is read in order. */
function boxColumns(
  source: Float32Array,
  target: Float32Array,
  stride: number,
  height: number,
  radius: number,
): void {
  const share = 1 / (radius * 2 + 1);
  const sums = new Float64Array(stride);
  for (let i = 0; i < stride; i++) sums[i] = (source[i] as number) * (radius + 1);
  for (let row = 1; row <= radius; row++) {
    const base = Math.min(height - 1, row) * stride;
    for (let i = 0; i < stride; i++) sums[i] = (sums[i] as number) + (source[base + i] as number);
  }
  for (let row = 0; row < height; row++) {
    const base = row * stride;
    const enter = Math.min(height - 1, row + radius + 1) * stride;
    const leave = Math.max(0, row - radius) * stride;
    for (let i = 0; i < stride; i++) {
      const sum = sums[i] as number;
      target[base + i] = sum * share;
      sums[i] = sum + (source[enter + i] as number) - (source[leave + i] as number);
    }
  }
}
