// What a key means depends on where the focus is: read from the event, for screens whose keys work everywhere in them.

export interface KeyPress {
  readonly key: string;
  readonly hasModifier: boolean;
  /** A text field has the focus: keys belong to it. */
  readonly isTyping: boolean;
  /** A button, the timeline, a menu has it: they need Space and arrows themselves. */
  readonly isOnControl: boolean;
}

export function readPress(event: KeyboardEvent): KeyPress {
  const target = event.target instanceof HTMLElement ? event.target : null;
  return {
    key: event.key,
    hasModifier: event.ctrlKey || event.metaKey || event.altKey,
    isTyping: target?.matches('input:not([type="radio"]), textarea, [contenteditable]') ?? false,
    isOnControl: target?.matches('button, a, input, [role="slider"], [role="menuitem"]') ?? false,
  };
}

/** A dialog, a menu or a list is open and takes the keys. A toast, which says of itself that it is not modal, does not. */
export function isOverlayOpen(): boolean {
  const overlays = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"]), [role="menu"]';
  return document.querySelector(overlays) !== null;
}
