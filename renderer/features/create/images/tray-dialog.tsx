// The images of the library, to be used in the new clip: in the free places in order, as if they were dropped.
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { KeptAsset } from '#shared/contract/assets.ts';
import { mediaUrl } from '../../../engine/media.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { MediaFrame } from '../../../ui/media-frame.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import styles from '../picker.module.css';

export interface TrayDialogProps {
  readonly onClose: () => void;
  readonly onUse: (ids: readonly KeptAsset['id'][]) => void;
}

export function TrayDialog({ onClose, onUse }: TrayDialogProps) {
  const t = useTranslate();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const found = useStudioQuery('assets.find', { search, limit: 200 }, { keepsPrevious: true }).data;
  const items = (found?.items ?? []).filter(
    ({ replacedBy, isMissing }) => replacedBy === null && !isMissing,
  );
  const ids = items.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  return (
    <Dialog
      isOpen
      isDismissable
      size="lg"
      onOpenChange={onClose}
      title={t('compose:trayTitle')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={ids.length === 0} onPress={() => onUse(ids)}>
            {t('compose:trayUse')}
          </Button>
        </>
      }
    >
      <SearchField
        label={t('compose:traySearch')}
        placeholder={t('compose:traySearch')}
        value={search}
        onChange={setSearch}
        className={styles['search']}
      />
      <ListBox
        aria-label={t('compose:trayTitle')}
        layout="grid"
        selectionMode="multiple"
        selectedKeys={ids}
        onSelectionChange={(keys) =>
          setChosen(keys === 'all' ? items.map(({ id }) => id) : [...keys].map(String))
        }
        className={styles['grid'] ?? ''}
        renderEmptyState={() => (
          <p className={styles['facts']}>
            {search.trim() === ''
              ? t('compose:trayNone')
              : t('compose:trayNothing', { query: search.trim() })}
          </p>
        )}
      >
        {items.map(({ id, originalName, width, height }) => (
          <ListBoxItem key={id} id={id} textValue={originalName} className={styles['item'] ?? ''}>
            <MediaFrame radius="sm">
              <img src={mediaUrl('asset', id)} alt="" loading="lazy" decoding="async" />
            </MediaFrame>
            <p className={styles['name']} dir="auto">
              {originalName}
            </p>
            <p className={styles['facts']}>{t('compose:cropSize', { width, height })}</p>
          </ListBoxItem>
        ))}
      </ListBox>
    </Dialog>
  );
}
