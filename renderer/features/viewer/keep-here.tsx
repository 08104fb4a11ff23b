// The clip's copy in the cloud: erasing it while the clip stays here, and how that stands.
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { CopyState } from '../../clip/copy-state.tsx';
import { errorWords } from '../../engine/error-words.ts';
import { useStudioCommand } from '../../engine/queries.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';

export function KeepHere({ clip }: { readonly clip: GenerationDetail }) {
  const t = useTranslate();
  const keep = useStudioCommand('erasures.keepHere');
  const { cloudErasure: erasure } = clip;
  const isAsked = erasure !== null && erasure.state !== 'confirmed';
  const isLater = clip.keepHere && isActive(clip.status);
  const canAsk = clip.isInCloud && clip.status === 'ready' && clip.output?.isMissing === false;
  return (
    <CopyState clip={clip} problem={keep.error ? errorWords(t, keep.error) : null}>
      {isLater && <p>{t('erasures:keepHereLater')}</p>}
      {canAsk && !isAsked && (
        <Button
          size="sm"
          isWide
          busy={keep.isPending}
          onPress={() => keep.mutate({ ids: [clip.id] })}
        >
          {t('erasures:keepHere')}
        </Button>
      )}
    </CopyState>
  );
}
