// Says of a clip in the trash that it is there, with the way back.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { InspectorSection } from '../../app/inspector.tsx';
import { navigate } from '../../app/router.ts';
import type { Organise } from '../../clip/use-organise.ts';
import { askToErase } from '../../erase/erase-flow.ts';
import { useStudioSetting } from '../../engine/use-studio-setting.ts';
import { formatDate } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { RestoreIcon, TrashIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/note.tsx';
import styles from './viewer-inspector.module.css';

const dayMs = 86_400_000;

export interface TrashedNoteProps {
  readonly clip: GenerationSummary;
  readonly organise: Organise;
}

export function TrashedNote({ clip, organise }: TrashedNoteProps) {
  const t = useTranslate();
  const { value: trashDays } = useStudioSetting('trashDays');
  if (clip.trashedAt === null) return null;
  const erasedAt = trashDays === null ? null : Date.parse(clip.trashedAt) + trashDays * dayMs;
  return (
    <InspectorSection>
      <Note icon={TrashIcon} title={t('organise:inTrash')}>
        {t('organise:inTrashText')}
        {erasedAt !== null &&
          ` ${t('organise:erasedAfter', { date: formatDate(new Date(erasedAt)) })}`}
      </Note>
      <Button
        className={styles['restore']}
        size="sm"
        icon={RestoreIcon}
        isWide
        onPress={() => void organise.change([clip.id], { type: 'restore' })}
      >
        {t('organise:restore')}
      </Button>
      <Button
        className={styles['restore']}
        size="sm"
        variant="quiet-danger"
        icon={TrashIcon}
        isWide
        onPress={() =>
          askToErase({ type: 'clips', ids: [clip.id] }, () => navigate({ screen: 'library' }))
        }
      >
        {t('erase:deleteForGood')}
      </Button>
    </InspectorSection>
  );
}
