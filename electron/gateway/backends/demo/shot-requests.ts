// One order for each shot of a clip. A first frame opens the first shot, a last frame ends the last one; references are in all. Pure.
import type { ClipRequest } from './clip-request.ts';

/** The order itself where it has no shots. */
export function shotRequests(request: ClipRequest): [ClipRequest, ...ClipRequest[]] {
  const { shots = [], firstFrame, lastFrame, ...rest } = request;
  const requests = shots.map(({ prompt, durationMs }, index): ClipRequest => ({
    ...rest,
    prompt,
    durationMs,
    seed: `${request.seed} ${index}`, // two shots of the same words are two pictures
    ...(firstFrame && index === 0 ? { firstFrame } : {}),
    ...(lastFrame && index === shots.length - 1 ? { lastFrame } : {}),
  }));
  const [first, ...others] = requests;
  return first ? [first, ...others] : [request];
}
