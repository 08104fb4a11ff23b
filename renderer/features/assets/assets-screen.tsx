// Assets: the images that clips start from, once per content, with what each was used for. Import by button, dropping or pasting; find,
// rename, replace, and erase what nothing needs.
import { useState } from 'react';
import type { KeptAsset } from '#shared/contract/assets.ts';
import { navigate } from '../../app/router.ts';
import { ScreenBody } from '../../app/screen-body.tsx';
import { Toolbar } from '../../app/toolbar.tsx';
import { errorWords } from '../../engine/error-words.ts';
import { formatCount } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFileDrop } from '../../ui/file-drop.ts';
import { CopyIcon, FilterIcon, PlusIcon, ProblemIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/note.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { usePastedImages } from '../../ui/pasted-images.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AssetDialog } from './asset-dialog.tsx';
import { AssetMenu, type OpenAssetMenu } from './asset-menu.tsx';
import { AssetGrid } from './asset-grid.tsx';
import styles from './assets-screen.module.css';
import { useAssetImport } from './use-asset-import.ts';
import { useFoundAssets } from './use-found-assets.ts';

export function AssetsScreen() {
  const t = useTranslate();
  const [search, setSearch] = useState('');
  const [unusedOnly, setUnusedOnly] = useState(false);
  const [menu, setMenu] = useState<OpenAssetMenu | null>(null);
  const [openId, setOpenId] = useState<KeptAsset['id'] | null>(null);
  const assets = useFoundAssets(search, unusedOnly);
  const imports = useAssetImport();
  usePastedImages(imports.paste);
  const { isOver, dropProps } = useFileDrop({ onFiles: imports.addFiles });
  const { items, total } = assets;
  const isFiltered = search.trim() !== '' || unusedOnly;
  const note =
    imports.running > 0
      ? t('assets:importing', { count: imports.running })
      : total !== null && total > 0
        ? formatCount(total)
        : undefined;
  return (
    <>
      <Toolbar title={t('assets:title')} note={note}>
        <SearchField
          label={t('assets:search')}
          placeholder={t('assets:search')}
          value={search}
          onChange={setSearch}
          hotkey="/"
        />
        <Button
          size="sm"
          variant="ghost"
          icon={FilterIcon}
          isOn={unusedOnly}
          aria-pressed={unusedOnly}
          onPress={() => setUnusedOnly(!unusedOnly)}
        >
          {t('assets:unusedOnly')}
        </Button>
        <Button size="sm" variant="ghost" icon={CopyIcon} onPress={imports.paste}>
          {t('assets:paste')}
        </Button>
        <Button size="sm" icon={PlusIcon} busy={imports.running > 0} onPress={imports.choose}>
          {t('assets:import')}
        </Button>
      </Toolbar>
      <ScreenBody>
        <div {...dropProps} className={styles['page']} data-over={isOver || undefined}>
          {imports.problems.map(({ name, error }) => (
            <Note key={name} icon={ProblemIcon} tone="danger" isAlert>
              {name === ''
                ? errorWords(t, error)
                : t('assets:problem', { name, reason: errorWords(t, error) })}
            </Note>
          ))}
          {assets.isPending && <Waiting />}
          {assets.error && items.length === 0 && (
            <EmptyState
              title={t('assets:failedTitle')}
              text={errorWords(t, assets.error)}
              actions={<Button onPress={assets.retry}>{t('retry')}</Button>}
            />
          )}
          {total === 0 && isFiltered && (
            <p className={styles['nothing']}>
              {search.trim() === ''
                ? t('assets:nothingUnused')
                : t('assets:nothing', { query: search.trim() })}
            </p>
          )}
          {total === 0 && !isFiltered && (
            <EmptyState
              hasFrames
              title={t('assets:emptyTitle')}
              text={t('assets:emptyText')}
              actions={
                <>
                  <Button variant="primary" icon={PlusIcon} onPress={imports.choose}>
                    {t('assets:import')}
                  </Button>
                  <Button onPress={() => navigate({ screen: 'create' })}>
                    {t('assets:toCreate')}
                  </Button>
                </>
              }
            />
          )}
          {items.length > 0 && (
            <AssetGrid
              items={items}
              onOpen={setOpenId}
              onMenu={(id, at) => setMenu({ id, at })}
              onMore={assets.fetchMore}
              isFetchingMore={assets.isFetchingMore}
            />
          )}
        </div>
        <AssetMenu menu={menu} items={items} onOpen={setOpenId} onClose={() => setMenu(null)} />
        {openId !== null && <AssetDialog id={openId} onGo={setOpenId} />}
      </ScreenBody>
    </>
  );
}

function Waiting() {
  return (
    <div aria-busy="true" className={styles['grid']}>
      {Array.from({ length: 14 }, (_, index) => (
        <div key={index}>
          <Skeleton isPoster />
        </div>
      ))}
    </div>
  );
}
