// The picture of the clip that came of a prompt last; an empty stage when there is none.
import type { GenerationId } from '#shared/domain/ids.ts';
import { FirstFrame } from '../../clip/first-frame.tsx';
import { mediaUrl } from '../../engine/media.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { MediaFrame } from '../../ui/media-frame.tsx';

export function LastClip({ id }: { readonly id: GenerationId | null }) {
  const detail = useStudioQuery(
    'generations.get',
    { id: id ?? 'none0000' },
    { enabled: id !== null },
  );
  const output = id === null ? null : (detail.data?.output ?? null);
  return (
    <MediaFrame radius="sm">
      {output?.hasPoster && <img src={mediaUrl('poster', output.id)} alt="" loading="lazy" />}
      {output && !output.hasPoster && !output.isMissing && (
        <FirstFrame src={mediaUrl('output', output.id)} alt="" />
      )}
    </MediaFrame>
  );
}
