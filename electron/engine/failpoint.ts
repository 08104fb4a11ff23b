// Named places at which a test can end this process as a power cut would. Does nothing unless a test has armed it, and nothing
// but the test's own entry file can arm it.
import type { GenerationEventType } from '#shared/domain/generation-status.ts';
import type { RouteName } from '#shared/gateway/routes.ts';

type Moment = 'before' | 'after';
export type Failpoint =
  | `${Moment} created`
  /** In the transaction, and once it is on disk. */
  | `${Moment} ${GenerationEventType}`
  /** Before the request leaves, and when its answer is here. */
  | `${Moment} ${RouteName}`
  | 'download piece'
  /** Every byte is handed to the system; then, on disk. */
  | 'download written'
  | 'download synced'
  | 'poster synced'
  /** Of a clip, a poster or a reference image. */
  | `${Moment} rename`
  /** The wish to cancel is on disk, and nothing has been done about it. */
  | 'cancel asked'
  /** It came too late. */
  | `${Moment} withdrawn`
  /** A library moves to another folder. */
  | 'file copied'
  | 'library copied'
  | 'database copied'
  | 'library arrived'
  | `${Moment} switched`
  | 'old file removed'
  /** An archive comes in: its lines are aside; a batch is unpacked; a file of it, then all have their names; its rows are written. */
  | 'import staged'
  | 'import unpacked'
  | 'import file placed'
  | 'import placed'
  | 'import written'
  | 'import recorded'
  /** An archive is written: its place is noted; data, one file of media, all of it is in the part file; it is read again; it has its name. */
  | 'export begun'
  | 'export data written'
  | 'export file written'
  | 'export written'
  | 'export verified'
  | 'export renamed'
  /** A part of the library is erased: ordered; a batch of rows, a file, the old copies of the database; told; see erasure/parts. */
  | 'erase ordered'
  | 'erase rows gone'
  | 'erase file gone'
  | 'erase backup made'
  | 'erase backup gone'
  | 'erase ended';

let armed: { readonly name: Failpoint; passes: number } | null = null;

/** Ends the process at the given pass of the place, counted from 1. */
export function armFailpoint(name: Failpoint, passes: number): void {
  armed = { name, passes };
}

export function failpoint(name: Failpoint): void {
  if (armed?.name !== name) return;
  armed.passes -= 1;
  if (armed.passes <= 0) process.kill(process.pid, 'SIGKILL');
}
