// Finished clips to choose from, newest first, found by their words.
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { clipNote, clipTitle } from '../../../clip/clip-words.ts';
import { FirstFrame } from '../../../clip/first-frame.tsx';
import { mediaUrl } from '../../../engine/media.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { formatClock } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Poster } from '../../../ui/poster.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import styles from '../picker.module.css';

export interface SourceDialogProps {
  readonly onClose: () => void;
  readonly onChoose: (clip: GenerationSummary) => void;
}

const mostShown = 60;

export function SourceDialog({ onClose, onChoose }: SourceDialogProps) {
  const t = useTranslate();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useStudioQuery(
    'library.page',
    { search, limit: mostShown },
    { keepsPrevious: true },
  );
  const clips = (found.data?.items ?? []).filter(({ output }) => output && !output.isMissing);
  const clip = clips.find(({ id }) => id === chosen);
  return (
    <Dialog
      isOpen
      size="lg"
      onOpenChange={onClose}
      title={t('compose:sourceTitle')}
      isDismissable
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={!clip} onPress={() => clip && onChoose(clip)}>
            {t('compose:sourceUse')}
          </Button>
        </>
      }
    >
      <SearchField
        label={t('compose:sourceSearch')}
        placeholder={t('compose:sourceSearch')}
        value={search}
        onChange={setSearch}
        className={styles['search']}
      />
      <ListBox
        aria-label={t('compose:sourceTitle')}
        layout="grid"
        selectionMode="single"
        selectedKeys={clip ? [clip.id] : []}
        onSelectionChange={(keys) => setChosen(keys === 'all' ? null : String([...keys][0] ?? ''))}
        className={styles['grid'] ?? ''}
        renderEmptyState={() => <p className={styles['nothing']}>{t('compose:sourceNothing')}</p>}
      >
        {clips.map((item) => (
          <ListBoxItem
            key={item.id}
            id={item.id}
            textValue={clipTitle(item)}
            className={styles['item'] ?? ''}
          >
            <Poster
              alt=""
              src={item.output?.hasPoster ? mediaUrl('poster', item.output.id) : null}
              duration={item.output ? formatClock(item.output.durationMs) : undefined}
              isSelected={item.id === clip?.id}
            >
              {item.output && !item.output.hasPoster && (
                <FirstFrame src={mediaUrl('output', item.output.id)} alt="" />
              )}
            </Poster>
            <p className={styles['name']}>{clipTitle(item)}</p>
            <p className={styles['facts']}>{clipNote(item)}</p>
          </ListBoxItem>
        ))}
      </ListBox>
    </Dialog>
  );
}
