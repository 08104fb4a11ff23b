// The clip that this one goes on from, with the way there. Nothing while it is not known, or not here any more.
import type { GenerationId } from '#shared/domain/ids.ts';
import { InspectorSection } from '../../app/inspector.tsx';
import { formatRoute } from '../../app/router.ts';
import { clipTitle } from '../../clip/clip-words.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { TextLink } from '../../ui/text-link.tsx';

export function MadeFrom({ id }: { readonly id: GenerationId }) {
  const t = useTranslate();
  const parent = useStudioQuery('generations.get', { id }).data;
  if (!parent) return null;
  return (
    <InspectorSection title={t('viewer:madeFrom')}>
      <TextLink href={formatRoute({ screen: 'viewer', id })}>{clipTitle(parent)}</TextLink>
    </InspectorSection>
  );
}
