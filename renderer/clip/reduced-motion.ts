// Whether things should keep still: the system's wish or the person's own, as written on <html> by app/appearance.ts.

export function isMotionReduced(root: HTMLElement = document.documentElement): boolean {
  return root.dataset['motion'] === 'reduced';
}
