// Assets: the images that clips start from and the videos that they go on from, with what each was used for. Import by button, dropping
// or pasting; find, rename, replace, and erase what nothing needs.
import { useState } from 'react';
import type { KeptAsset } from '#shared/contract/assets.ts';
import { ScreenBody } from '../../app/screen-body.tsx';
import { Toolbar } from '../../app/toolbar.tsx';
import { errorWords } from '../../engine/error-words.ts';
import { chooseOwnFiles, takeDropped } from '../../files/own-files.ts';
import { formatCount } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useFileDrop } from '../../ui/file-drop.ts';
import { CopyIcon, FilterIcon, PlusIcon, ProblemIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/note.tsx';
import { usePastedImages } from '../../ui/pasted-images.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { AssetDialog } from './asset-dialog.tsx';
import { AssetGrid } from './asset-grid.tsx';
import { AssetMenu, type OpenAssetMenu } from './asset-menu.tsx';
import { AssetsList, ImagesEmpty, VideosEmpty } from './assets-list.tsx';
import styles from './assets-screen.module.css';
import { type AssetImport, useAssetImport } from './use-asset-import.ts';
import { useFoundAssets, useFoundVideos, type Wanted } from './use-found-assets.ts';
import { VideoGrid } from './video-grid.tsx';

const kinds = ['images', 'videos'] as const;
type Kind = (typeof kinds)[number];

export function AssetsScreen() {
  const t = useTranslate();
  const [kind, setKind] = useState<Kind>('images');
  const [search, setSearch] = useState('');
  const [unusedOnly, setUnusedOnly] = useState(false);
  const [total, setTotal] = useState<number | null>(null);
  const imports = useAssetImport();
  usePastedImages(imports.paste);
  const { isOver, dropProps } = useFileDrop({ onFiles: (files) => takeIn(files, imports) });
  const wanted = { search, unusedOnly };
  const note =
    imports.running > 0
      ? t('assets:importing', { count: imports.running })
      : total !== null && total > 0
        ? formatCount(total)
        : undefined;
  return (
    <>
      <Toolbar
        title={t('assets:title')}
        note={note}
        titleEnd={
          <>
            <SegmentedControl
              label={t('referenceVideos:kind')}
              isLabelHidden
              size="sm"
              segments={kinds.map((value) => ({ value, label: t(`referenceVideos:${value}`) }))}
              value={kind}
              onChange={setKind}
              className={styles['kinds']}
            />
            <SearchField
              label={t('assets:search')}
              placeholder={t('assets:search')}
              value={search}
              onChange={setSearch}
              hotkey="/"
              className={styles['search']}
            />
          </>
        }
      >
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
        {kind === 'images' ? (
          <>
            <Button size="sm" variant="ghost" icon={CopyIcon} onPress={imports.paste}>
              {t('assets:paste')}
            </Button>
            <Button size="sm" icon={PlusIcon} busy={imports.running > 0} onPress={imports.choose}>
              {t('assets:import')}
            </Button>
          </>
        ) : (
          <Button size="sm" icon={PlusIcon} onPress={chooseOwnFiles}>
            {t('referenceVideos:import')}
          </Button>
        )}
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
          {kind === 'images' ? (
            <Images wanted={wanted} onTotal={setTotal} onImport={imports.choose} />
          ) : (
            <Videos wanted={wanted} onTotal={setTotal} />
          )}
        </div>
      </ScreenBody>
    </>
  );
}

/** Images become assets, everything else is taken in as the user's own video, or refused by name. */
function takeIn(files: readonly File[], imports: AssetImport): void {
  const images = files.filter(({ type }) => !type.startsWith('video/'));
  const videos = files.filter(({ type }) => type.startsWith('video/'));
  if (images.length > 0) imports.addFiles(images);
  if (videos.length > 0) takeDropped(videos);
}

interface PaneProps {
  readonly wanted: Wanted;
  readonly onTotal: (total: number | null) => void;
}

function Images({ wanted, onTotal, onImport }: PaneProps & { readonly onImport: () => void }) {
  const [menu, setMenu] = useState<OpenAssetMenu | null>(null);
  const [openId, setOpenId] = useState<KeptAsset['id'] | null>(null);
  const found = useFoundAssets(wanted);
  return (
    <>
      <AssetsList
        found={found}
        wanted={wanted}
        kind="images"
        onTotal={onTotal}
        empty={<ImagesEmpty onImport={onImport} />}
      >
        <AssetGrid found={found} onOpen={setOpenId} onMenu={(id, at) => setMenu({ id, at })} />
      </AssetsList>
      <AssetMenu menu={menu} items={found.items} onOpen={setOpenId} onClose={() => setMenu(null)} />
      {openId !== null && <AssetDialog id={openId} onGo={setOpenId} />}
    </>
  );
}

function Videos({ wanted, onTotal }: PaneProps) {
  const found = useFoundVideos(wanted);
  return (
    <AssetsList
      found={found}
      wanted={wanted}
      kind="videos"
      onTotal={onTotal}
      empty={<VideosEmpty onImport={chooseOwnFiles} />}
    >
      <VideoGrid found={found} />
    </AssetsList>
  );
}
