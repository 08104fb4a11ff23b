// Waits for a long task of the engine, tells its phases, and turns its bad endings into errors.
import type { TaskState } from '#shared/contract/data.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import { AppError, isErrorCode } from '#shared/errors.ts';
import type { CommandContext } from './command.ts';
import type { Session } from './session.ts';

/** `whenStopped` is the sentence for Ctrl-C. */
export async function taskEnd(
  session: Session,
  id: TaskId,
  { output, signal }: Pick<CommandContext, 'output' | 'signal'>,
  whenStopped: string,
): Promise<TaskState> {
  const cancel = () => void session.call('tasks.cancel', { id });
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  const state = await new Promise<TaskState>((resolve, reject) => {
    let phase = '';
    const look = (state: TaskState) => {
      if (state.id !== id) return;
      if (state.state !== 'running') {
        stop();
        resolve(state);
      } else if (state.phase !== phase) {
        phase = state.phase;
        output.progress(phase);
      }
    };
    const stop = session.on('task.changed', look);
    session.call('tasks.get', { id }).then(look, reject);
  });
  signal.removeEventListener('abort', cancel);
  if (state.state === 'cancelled') throw new AppError('cancelled', whenStopped);
  if (state.error) {
    const { code, message } = state.error;
    throw new AppError(isErrorCode(code) ? code : 'internal', message);
  }
  return state;
}
