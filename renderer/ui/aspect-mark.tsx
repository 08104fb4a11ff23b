// The outline of a picture's shape, for a segment such as 16:9. Decoration: the word beside it says the same.

export interface AspectMarkProps {
  /** Such as `16:9`, `9:16`, `1:1`. Anything else is drawn as a square. */
  readonly ratio: string;
}

export function AspectMark({ ratio }: AspectMarkProps) {
  const [width, height] = boxFor(ratio);
  return (
    <svg
      width={14}
      height={14}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      aria-hidden="true"
      focusable="false"
    >
      <rect x={8 - width / 2} y={8 - height / 2} width={width} height={height} rx={1.5} />
    </svg>
  );
}

/** Fits the shape into a square of 12 units, at least 6 units on its short side. */
function boxFor(ratio: string): readonly [width: number, height: number] {
  const [across = 1, down = 1] = ratio.split(':').map(Number);
  if (!(across > 0) || !(down > 0)) return [9, 9];
  if (across === down) return [9, 9];
  const short = Math.max(6, (12 * Math.min(across, down)) / Math.max(across, down));
  return across > down ? [12, short] : [short, 12];
}
