// Lengths. Much quicker than Math.hypot, which guards against overflow that does not happen here.

export function hypot(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
