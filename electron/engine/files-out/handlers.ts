// The call that saves copies of clips elsewhere. The place comes by grant and stays in the engine.
import type { EngineContext, FilesOutHandlers } from '../engine-context.ts';
import { saveElsewhere } from './save-elsewhere.ts';

export function createFilesOutHandlers(context: EngineContext): FilesOutHandlers {
  const { host, tasks } = context;
  return {
    'clips.saveElsewhere': async ({ ids, grantId }) => {
      const { path: target } = await host.call('grants.redeem', { grantId, use: 'write' });
      const taskId = tasks.start('save', async (progress, signal) => {
        const answer = await saveElsewhere(context, { ids, target }, { progress, signal });
        const { lastName: fileName, ...saved } = answer;
        return { fileName, sizeBytes: saved.bytes, entries: saved.count, saved };
      });
      return { taskId };
    },
  };
}
