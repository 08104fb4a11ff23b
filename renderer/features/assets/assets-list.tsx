// What stands around a grid of assets: waiting, an error, nothing found, nothing there yet.
import { type ReactNode, useEffect } from 'react';
import { navigate } from '../../app/router.ts';
import { errorWords } from '../../engine/error-words.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PlusIcon } from '../../ui/icons.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './assets-screen.module.css';
import type { Found, Wanted } from './use-found-assets.ts';

export interface AssetsListProps {
  readonly found: Found<unknown>;
  readonly wanted: Wanted;
  readonly kind: 'images' | 'videos';
  readonly onTotal: (total: number | null) => void;
  /** In place of the grid while there is nothing at all. */
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

export function AssetsList({ found, wanted, kind, onTotal, empty, children }: AssetsListProps) {
  const t = useTranslate();
  const { items, total, error, isPending } = found;
  useEffect(() => onTotal(total), [total, onTotal]);
  const query = wanted.search.trim();
  const isFiltered = query !== '' || wanted.unusedOnly;
  if (isPending) return <Waiting />;
  if (error && items.length === 0) {
    return (
      <EmptyState
        title={t('assets:failedTitle')}
        text={errorWords(t, error)}
        actions={<Button onPress={found.retry}>{t('retry')}</Button>}
      />
    );
  }
  if (items.length > 0) return children;
  if (!isFiltered) return empty;
  const nothing = kind === 'images' ? 'assets:nothing' : 'referenceVideos:nothing';
  const nothingUnused =
    kind === 'images' ? 'assets:nothingUnused' : 'referenceVideos:nothingUnused';
  return (
    <p className={styles['nothing']}>{query === '' ? t(nothingUnused) : t(nothing, { query })}</p>
  );
}

export interface EmptyProps {
  readonly onImport: () => void;
}

export function ImagesEmpty({ onImport }: EmptyProps) {
  const t = useTranslate();
  return (
    <EmptyState
      hasFrames
      title={t('assets:emptyTitle')}
      text={t('assets:emptyText')}
      actions={
        <>
          <Button variant="primary" icon={PlusIcon} onPress={onImport}>
            {t('assets:import')}
          </Button>
          <Button onPress={() => navigate({ screen: 'create' })}>{t('assets:toCreate')}</Button>
        </>
      }
    />
  );
}

export function VideosEmpty({ onImport }: EmptyProps) {
  const t = useTranslate();
  return (
    <EmptyState
      hasFrames
      title={t('referenceVideos:emptyTitle')}
      text={t('referenceVideos:emptyText')}
      actions={
        <Button variant="primary" icon={PlusIcon} onPress={onImport}>
          {t('referenceVideos:import')}
        </Button>
      }
    />
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
