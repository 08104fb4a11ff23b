// Puts the focus into the search of the screen that is about to be drawn.

const mostFrames = 60;

export function focusSearch(framesLeft = mostFrames): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLInputElement>(
      '[data-pane="toolbar"] input[type="search"]',
    );
    if (field) field.select();
    else if (framesLeft > 0) focusSearch(framesLeft - 1);
  });
}
