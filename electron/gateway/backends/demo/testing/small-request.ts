// A clip small and short enough for tests.
import type { ClipRequest } from '../clip-request.ts';

export function smallRequest(prompt: string, change: Partial<ClipRequest> = {}): ClipRequest {
  return {
    prompt,
    seed: '1',
    width: 160,
    height: 90,
    durationMs: 500,
    fps: 24,
    metadata: { title: prompt },
    ...change,
  };
}
