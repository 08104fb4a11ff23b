// Shows on the dock or the task bar how far the queue is.
import { useEffect } from 'react';
import { useStudioQuery } from '../engine/queries.ts';
import { call } from '../engine/studio.ts';
import { dockProgress } from './dock-progress.ts';

export function useDockProgress(): void {
  const queue = useStudioQuery('generations.queue', {}).data;
  const share = queue ? dockProgress(queue.active) : null;
  useEffect(() => {
    call('shell.showProgress', { share }).catch(() => null); // an ornament: the queue says the same
  }, [share]);
}
