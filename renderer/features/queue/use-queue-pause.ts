// Pausing the whole queue, and letting it go on. The engine's event brings the new state to every screen.
import { useStudioCommand } from '../../engine/queries.ts';

export interface QueuePause {
  readonly pauseAll: () => void;
  readonly resumeAll: () => void;
  readonly isBusy: boolean;
}

export function useQueuePause(): QueuePause {
  const pause = useStudioCommand('queue.pause');
  const resume = useStudioCommand('queue.resume');
  return {
    pauseAll: () => pause.mutate({}),
    resumeAll: () => resume.mutate({}),
    isBusy: pause.isPending || resume.isPending,
  };
}
