// Which clips are selected and which one has the focus, as one pure function of what a person does.
// Ids are plain text here, so that it serves any grid.

export interface Selection {
  readonly picked: ReadonlySet<string>;
  /** The one with the focus: arrows move it, the inspector tells about it. */
  readonly current: string | null;
  /** Where a range starts. */
  readonly anchor: string | null;
}

export const noSelection: Selection = { picked: new Set(), current: null, anchor: null };

export type SelectionAction =
  | { readonly type: 'focus'; readonly id: string }
  | { readonly type: 'pick-only'; readonly id: string }
  | { readonly type: 'toggle'; readonly id: string }
  /** From the anchor to `id`, in the order of the grid; replaces the range before. */
  | { readonly type: 'range'; readonly id: string; readonly order: readonly string[] }
  | { readonly type: 'all'; readonly order: readonly string[] }
  /** What a rectangle touches, beside what was selected before it was drawn. */
  | { readonly type: 'band'; readonly ids: readonly string[]; readonly base: Selection }
  | { readonly type: 'clear' };

export function select(selection: Selection, action: SelectionAction): Selection {
  switch (action.type) {
    case 'focus':
      return selection.current === action.id ? selection : { ...selection, current: action.id };
    case 'pick-only':
      return { picked: new Set([action.id]), current: action.id, anchor: action.id };
    case 'toggle':
      return {
        picked: toggled(selection.picked, action.id),
        current: action.id,
        anchor: action.id,
      };
    case 'range':
      return pickRange(selection, action.id, action.order);
    case 'all':
      return { ...selection, picked: new Set(action.order) };
    case 'band':
      return pickMore(action.base, action.ids);
    case 'clear':
      return { ...selection, picked: new Set(), anchor: null };
    default:
      return action satisfies never;
  }
}

function pickMore(base: Selection, ids: readonly string[]): Selection {
  const [first] = ids;
  if (first === undefined) return base;
  return { picked: new Set([...base.picked, ...ids]), current: first, anchor: first };
}

function toggled(picked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(picked);
  if (!next.delete(id)) next.add(id);
  return next;
}

function pickRange(selection: Selection, id: string, order: readonly string[]): Selection {
  const anchor = selection.anchor ?? selection.current ?? id;
  const from = order.indexOf(anchor);
  const to = order.indexOf(id);
  if (from === -1 || to === -1) return select(selection, { type: 'pick-only', id });
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { picked: new Set(range), current: id, anchor };
}
