// F6 moves the focus between the panes of the window: sidebar, toolbar, filters, content, inspector. Shift goes back.
// A pane is any element with `data-pane`. Must not move anything while a dialog is open.
import { useEffect } from 'react';

const paneOrder = ['sidebar', 'toolbar', 'facets', 'content', 'inspector'] as const;
export type Pane = (typeof paneOrder)[number];

/** The pane after the current one among those that are there; the first one when none has the focus. */
export function nextPane(
  present: readonly Pane[],
  current: Pane | null,
  direction: 1 | -1,
): Pane | null {
  const panes = paneOrder.filter((pane) => present.includes(pane));
  if (panes.length === 0) return null;
  const at = current === null ? -1 : panes.indexOf(current);
  if (at === -1) return panes[direction === 1 ? 0 : panes.length - 1] ?? null;
  return panes[(at + direction + panes.length) % panes.length] ?? null;
}

export function usePaneCycling(): void {
  useEffect(() => {
    const lastFocused = new WeakMap<Element, HTMLElement>();
    const remember = (event: FocusEvent) => {
      const pane = event.target instanceof HTMLElement ? event.target.closest('[data-pane]') : null;
      if (pane && event.target instanceof HTMLElement) lastFocused.set(pane, event.target);
    };
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      if (document.querySelector('[aria-modal="true"]')) return;
      event.preventDefault();
      moveFocus(event.shiftKey ? -1 : 1, lastFocused);
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('keydown', listen);
    };
  }, []);
}

function moveFocus(direction: 1 | -1, lastFocused: WeakMap<Element, HTMLElement>): void {
  const elements = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const paneOf = (element: Element | null | undefined) =>
    paneOrder.find((pane) => element?.closest('[data-pane]')?.getAttribute('data-pane') === pane);
  const present = elements.flatMap((element) => paneOf(element) ?? []);
  const wanted = nextPane(present, paneOf(document.activeElement) ?? null, direction);
  const target = elements.find((element) => element.dataset['pane'] === wanted);
  if (!target) return;
  const remembered = lastFocused.get(target);
  const start = remembered && target.contains(remembered) ? remembered : firstStop(target);
  start.focus();
}

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** The first control in the pane, or the pane itself, which then takes focus without being a tab stop. */
function firstStop(pane: HTMLElement): HTMLElement {
  const first = pane.querySelector<HTMLElement>(focusable);
  if (first) return first;
  pane.tabIndex = -1;
  return pane;
}
