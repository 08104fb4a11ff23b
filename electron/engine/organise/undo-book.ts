// The steps that can be taken back and done again, newest last. Kept in memory only: what an erased clip was called must not live
// on in a history, and a history that outlives the app surprises more than it helps.
import type { ChangeStep } from '#shared/contract/organise.ts';
import type { Database } from '../database/database.ts';
import { applyCells, type Cell } from './cells.ts';

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
}

export interface UndoBookDeps {
  readonly db: Database;
  readonly now: () => number;
}

const mostSteps = 100;
/** Of all steps together, so that the memory has a bound. */
const mostCells = 500_000;

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
      const count = applyCells(db, cells, 'do', now());
      const step = { id: (lastId += 1), type, cells };
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
