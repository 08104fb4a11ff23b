// A, B, C, D: how the clips of a comparison are called.

export function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
