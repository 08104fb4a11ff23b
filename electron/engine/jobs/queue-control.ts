// What people decide about the queue: its order, its pauses. Also pauses it itself when the engine keeps dying over a job.
import { z } from 'zod';
import type { QueueState } from '#shared/contract/queue.ts';
import { generationIdSchema } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import { type Clock, isoTime } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { readGeneration, requireGeneration } from '../database/generation-reads.ts';
import type { GenerationRow } from '../database/generation-row.ts';
import { addEvent } from '../database/generation-writes.ts';
import {
  clearAllCrashes,
  clearCrashes,
  countCrash,
  movePlace,
  type QueueTarget,
  readCrashed,
  readPaused,
  repairPlaces,
  setPaused,
} from '../database/queue-places.ts';
import { readSetting, writeSetting } from '../database/settings.ts';

export interface QueueControl {
  state(): QueueState;
  readonly isPaused: boolean;
  isJobPaused(sequence: number): boolean;
  /** The engine died over it before; it is left alone until the queue goes on, or until it is cancelled. */
  isSuspect(sequence: number): boolean;
  /** It is wanted after all: to be cancelled, for example. */
  clearSuspicion(sequence: number): void;
  pause(): void;
  resume(): void;
  pauseJob(id: string): void;
  resumeJob(id: string): void;
  move(id: string, to: MoveTarget): void;
}

export type MoveTarget =
  { readonly at: 'front' | 'back' } | { readonly at: 'before' | 'after'; readonly id: string };

export interface QueueControlDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly wasClosedCleanly: boolean;
  /** Told after every change of the order or a pause. */
  readonly onChange: (state: QueueState) => void;
}

const pauseSchema = z.object({ cause: z.enum(['user', 'crashes']), sinceMs: z.number() });
type Pause = z.infer<typeof pauseSchema>;

/** Once is an accident. */
const crashesOfASuspect = 2;
const nameLength = 80;

export function createQueueControl(deps: QueueControlDeps): QueueControl {
  const { db, clock } = deps;
  repairPlaces(db);
  let pause = readSetting(db, 'queue_pause', pauseSchema.nullable());
  if (!deps.wasClosedCleanly) countCrash(db);
  const suspects = new Set(readCrashed(db, crashesOfASuspect));
  const pausedJobs = new Set(readPaused(db));
  if (suspects.size > 0 && !pause) keepPause({ cause: 'crashes', sinceMs: clock.now() });

  function keepPause(next: Pause | null): void {
    pause = next;
    writeSetting(db, 'queue_pause', next);
  }

  const state = (): QueueState => ({
    pause: pause && {
      cause: pause.cause,
      since: isoTime(pause.sinceMs),
      suspects: [...suspects].flatMap((sequence) => {
        const row = readGeneration(db, sequence);
        return row ? [{ id: generationIdSchema.parse(row.id), name: nameOf(row) }] : [];
      }),
    },
  });
  const changed = () => deps.onChange(state());

  /** What was started cannot be held back any more, only cancelled. */
  function requireQueued(id: string): GenerationRow {
    const row = requireGeneration(db, id);
    if (row.status === 'queued') return row;
    throw new AppError('conflict', 'This clip has left the queue already.', {
      details: { status: row.status },
    });
  }

  function setJobPaused(id: string, isPaused: boolean): void {
    const { sequence } = requireQueued(id);
    db.transaction(() => {
      setPaused(db, sequence, isPaused);
      note(sequence, isPaused ? 'paused' : 'resumed');
    });
    if (isPaused) pausedJobs.add(sequence);
    else pausedJobs.delete(sequence);
    changed();
  }

  function note(sequence: number, type: string): void {
    addEvent(db, sequence, { atMs: clock.now(), type, status: 'queued', note: '' });
  }

  return {
    state,
    get isPaused() {
      return pause !== null;
    },
    isJobPaused: (sequence) => pausedJobs.has(sequence),
    isSuspect: (sequence) => suspects.has(sequence),
    clearSuspicion: (sequence) => {
      if (!suspects.delete(sequence)) return;
      clearCrashes(db, sequence);
      changed();
    },
    pause: () => {
      if (pause) return;
      keepPause({ cause: 'user', sinceMs: clock.now() });
      changed();
    },
    resume: () => {
      if (!pause) return;
      db.transaction(() => {
        keepPause(null);
        clearAllCrashes(db);
      });
      suspects.clear();
      changed();
    },
    pauseJob: (id) => setJobPaused(id, true),
    resumeJob: (id) => setJobPaused(id, false),
    move: (id, to) => {
      const { sequence } = requireQueued(id);
      db.transaction(() => {
        if (!movePlace(db, sequence, targetOf(db, to))) throw goneAnchor();
        note(sequence, 'moved');
      });
      changed();
    },
  };
}

function targetOf(db: Database, to: MoveTarget): QueueTarget {
  return 'id' in to ? { at: to.at, sequence: requireGeneration(db, to.id).sequence } : to;
}

function goneAnchor(): AppError {
  return new AppError('conflict', 'That place in the queue is gone.');
}

function nameOf({ title, prompt }: GenerationRow): string {
  return (title || prompt).slice(0, nameLength);
}
