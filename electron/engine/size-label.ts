// Sizes for people. Pure.

/** Made once: to make one takes longer than a hundred uses. */
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

export function sizeLabel(sizeBytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log10(Math.max(sizeBytes, 1)) / 3), units.length - 1);
  const value = sizeBytes / 1000 ** power;
  return `${(value < 10 && power > 0 ? tenths : whole).format(value)} ${units[power]}`;
}
