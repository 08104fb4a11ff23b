// The steps that can be taken back and done again, newest last. Kept in memory only: what an erased clip was called must not live
// on in a history, and a history that outlives the app surprises more than it helps.
import type { ChangeStep } from '#shared/contract/organise.ts';
import type { Database } from '../database/database.ts';
import { applyCells, type Cell, type FieldCell } from './cells.ts';

export interface UndoBook {
  /** Does it and remembers it; `null` when nothing had to be changed. */
  run(type: ChangeStep['type'], cells: readonly Cell[]): ChangeStep | null;
  /** The last step, or the one that is named. */
  undo(stepId: number | null): ChangeStep | null;
  redo(): ChangeStep | null;
  /** Nothing can be taken back any more; to be called when clips are erased. */
  forget(): void;
}

interface Step {
  readonly id: number;
  readonly type: ChangeStep['type'];
  readonly cells: readonly Cell[];
  readonly atMs: number;
}

export interface UndoBookDeps {
  readonly db: Database;
  readonly now: () => number;
}

const mostSteps = 100;
/** Of all steps together, so that the memory has a bound. */
const mostCells = 500_000;
/** Words that are written on within this time are one step, as they are to the one who types. */
const writtenOnMs = 10_000;

export function createUndoBook({ db, now }: UndoBookDeps): UndoBook {
  let done: Step[] = [];
  let undone: Step[] = [];
  let lastId = 0;

  function trim(): void {
    let cells = 0;
    done = done
      .toReversed()
      .filter((step, index) => {
        cells += step.cells.length;
        return index === 0 || (index < mostSteps && cells <= mostCells);
      })
      .toReversed();
  }
  const told = ({ id, type }: Step, count: number) => ({ stepId: id, type, count });

  return {
    run(type, cells) {
      if (cells.length === 0) return null;
      const atMs = now();
      const count = applyCells(db, cells, 'do', atMs);
      const last = done.at(-1);
      const joined = undone.length === 0 && last ? writtenOn(last, { type, cells, atMs }) : null;
      if (joined) done.pop();
      const step = joined ?? { id: (lastId += 1), type, cells, atMs };
      done.push(step);
      undone = [];
      trim();
      return told(step, count);
    },
    undo(stepId) {
      const at = stepId === null ? done.length - 1 : done.findIndex(({ id }) => id === stepId);
      const step = done[at];
      if (!step) return null;
      const count = applyCells(db, step.cells, 'undo', now());
      done.splice(at, 1);
      undone.push(step);
      return told(step, count);
    },
    redo() {
      const step = undone.at(-1);
      if (!step) return null;
      const count = applyCells(db, step.cells, 'do', now());
      undone.pop();
      done.push(step);
      return told(step, count);
    },
    forget() {
      done = [];
      undone = [];
    },
  };
}

/** The last step with what was typed since, or `null` when this is something else. */
function writtenOn(last: Step, next: Omit<Step, 'id'>): Step | null {
  if (last.type !== 'notes' || next.type !== 'notes') return null;
  if (next.atMs - last.atMs > writtenOnMs) return null;
  const [before, after] = [onlyField(last.cells), onlyField(next.cells)];
  if (!before || !after || before.sequence !== after.sequence) return null;
  return { ...last, cells: [{ ...after, before: before.before }], atMs: next.atMs };
}

function onlyField(cells: readonly Cell[]): FieldCell | null {
  const [cell, ...others] = cells;
  return cell?.kind === 'field' && others.length === 0 ? cell : null;
}
