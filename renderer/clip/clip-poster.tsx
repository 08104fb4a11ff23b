// A clip as a picture with its length: the poster, or the first frame where there is none yet.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { mediaUrl } from '../engine/media.ts';
import { formatClock } from '../i18n/format.ts';
import { Poster } from '../ui/poster.tsx';
import { FirstFrame } from './first-frame.tsx';

/** Without words: the name of the clip stands beside it. */
export function ClipPoster({ output }: Pick<GenerationSummary, 'output'>) {
  return (
    <Poster
      alt=""
      src={output?.hasPoster ? mediaUrl('poster', output.id) : null}
      duration={output ? formatClock(output.durationMs) : undefined}
    >
      {output && !output.hasPoster && !output.isMissing && (
        <FirstFrame src={mediaUrl('output', output.id)} alt="" posterOf={output.id} />
      )}
    </Poster>
  );
}
