// Assets: the reference images that clips start from, each with how many clips use it. Import by button or by dropping files.
import type { Asset } from '#shared/contract/generation.ts';
import { navigate } from '../../app/router.ts';
import { ScreenBody } from '../../app/screen-body.tsx';
import { Toolbar } from '../../app/toolbar.tsx';
import { errorWords } from '../../engine/error-words.ts';
import { mediaUrl } from '../../engine/media.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { formatBytes, formatCount, formatDate } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFileDrop } from '../../ui/file-drop.ts';
import { PlusIcon, ProblemIcon } from '../../ui/icons.ts';
import { MediaFrame } from '../../ui/media-frame.tsx';
import { Note } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './assets-screen.module.css';
import { useAssetImport } from './use-asset-import.ts';

const mostShown = 500;

export function AssetsScreen() {
  const t = useTranslate();
  const assets = useStudioQuery('assets.list', { limit: mostShown });
  const imports = useAssetImport();
  const { isOver, dropProps } = useFileDrop({ onFiles: imports.addFiles });
  const items = assets.data?.items ?? [];
  return (
    <>
      <Toolbar
        title={t('assets:title')}
        note={
          imports.running > 0
            ? t('assets:importing', { count: imports.running })
            : assets.data && assets.data.total > 0
              ? formatCount(assets.data.total)
              : undefined
        }
      >
        <Button size="sm" icon={PlusIcon} busy={imports.running > 0} onPress={imports.choose}>
          {t('assets:import')}
        </Button>
      </Toolbar>
      <ScreenBody>
        <div
          {...dropProps}
          role="region"
          aria-label={t('assets:list')}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
          tabIndex={0}
          className={styles['page']}
          data-over={isOver || undefined}
        >
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
              actions={<Button onPress={() => void assets.refetch()}>{t('retry')}</Button>}
            />
          )}
          {assets.data?.total === 0 && (
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
            <ul aria-label={t('assets:list')} className={styles['grid']}>
              {items.map((asset) => (
                <AssetCard key={asset.id} asset={asset} />
              ))}
            </ul>
          )}
        </div>
      </ScreenBody>
    </>
  );
}

function AssetCard({ asset }: { readonly asset: Asset }) {
  const t = useTranslate();
  const { id, originalName, width, height, sizeBytes, usedBy, createdAt } = asset;
  const used =
    usedBy === 0
      ? t('assets:unused')
      : t('assets:usedBy', { count: usedBy, figure: formatCount(usedBy) });
  return (
    <li className={styles['card']} title={t('assets:added', { date: formatDate(createdAt) })}>
      <MediaFrame>
        <img src={mediaUrl('asset', id)} alt={originalName} loading="lazy" decoding="async" />
      </MediaFrame>
      <p className={styles['name']}>{originalName}</p>
      <p className={styles['facts']}>
        {t('assets:facts', { width, height, bytes: formatBytes(sizeBytes) })}
      </p>
      <p className={styles['facts']}>{used}</p>
    </li>
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
