// `kling5 export`: everything into one ZIP, verified before it gets its name.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { TaskState } from '#shared/contract/data.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import { AppError, isErrorCode } from '#shared/errors.ts';
import { sizeLabel } from '../../engine/archive/size-label.ts';
import { type Command, requiredOption } from '../command.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes everything into one ZIP that needs no app to be read',
  usage: '--out <file.zip> [--without-media]',
  options: { out: { type: 'string' }, 'without-media': { type: 'boolean' } },
  run: async ({ options, output, openSession, signal }) => {
    const file = resolve(requiredOption(options, 'out'));
    if (!existsSync(dirname(file))) {
      throw new AppError('file-missing', `There is no folder ${dirname(file)}.`);
    }
    const session = await openSession();
    const { taskId } = await session.call('archive.export', {
      grantId: session.grant(file),
      includeMedia: options['without-media'] !== true,
    });
    signal.addEventListener('abort', () => void session.call('tasks.cancel', { id: taskId }));
    const { result } = await ended(session, taskId, output);
    await output.result(
      { file, sizeBytes: result?.sizeBytes, entries: result?.entries, verified: true },
      [`${file}  ${sizeLabel(result?.sizeBytes ?? 0)}, ${result?.entries} files, verified`],
    );
    return 0;
  },
};

async function ended(session: Session, id: TaskId, output: Output): Promise<TaskState> {
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
  if (state.state === 'cancelled') throw new AppError('cancelled', 'Stopped. Nothing was written.');
  if (state.error) {
    const { code, message } = state.error;
    throw new AppError(isErrorCode(code) ? code : 'internal', message);
  }
  return state;
}
