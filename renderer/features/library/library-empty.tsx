// The library without clips, or without any that fit: what will be here, and the way on.
import { navigate } from '../../app/router.ts';
import { startImport } from '../../archive/import-flow.ts';
import { type LibraryFilter, searchOf, useLibraryView } from '../../clip/library-view.ts';
import { useCollection } from '../../collections/collections-data.ts';
import { chooseOwnFiles } from '../../files/own-files.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MediaFrame } from '../../ui/media-frame.tsx';
import styles from './library-empty.module.css';
import arches from './samples/arches.jpg';
import balloons from './samples/balloons.jpg';
import jelly from './samples/jelly.jpg';

const samples = [
  { id: 'Balloons', src: balloons },
  { id: 'Jelly', src: jelly },
  { id: 'Arches', src: arches },
] as const;

export function NoClips({ isDemo }: { readonly isDemo: boolean }) {
  const t = useTranslate();
  return (
    <EmptyState
      hasFrames
      title={t('library:emptyTitle')}
      text={t('library:emptyText')}
      actions={
        <>
          <Button variant="primary" onPress={() => navigate({ screen: 'create' })}>
            {t('library:emptyAction')}
          </Button>
          <Button onPress={chooseOwnFiles}>{t('ownFiles:import')}</Button>
          <Button variant="ghost" onPress={startImport}>
            {t('library:importArchive')}
          </Button>
        </>
      }
      examples={
        <>
          <p className={styles['lead']}>
            {t(isDemo ? 'library:samples' : 'library:samplesHosted')}
          </p>
          <div className={styles['samples']}>
            {samples.map(({ id, src }) => (
              <a
                key={id}
                className={styles['sample']}
                href={`#/create?prompt=${encodeURIComponent(t(`library:sample${id}Prompt`))}`}
              >
                <MediaFrame fit="cover">
                  <img src={src} alt="" />
                </MediaFrame>
                <span className={styles['name']}>{t(`library:sample${id}`)}</span>
                <span className={styles['prompt']}>{t(`library:sample${id}Prompt`)}</span>
              </a>
            ))}
          </div>
        </>
      }
    />
  );
}

export function NothingFound({ filter }: { readonly filter: LibraryFilter }) {
  const t = useTranslate();
  const filterBy = useLibraryView((view) => view.filterBy);
  const collection = useCollection(filter.collection);
  const search = searchOf(filter).trim();
  if (collection === 'gone') {
    return (
      <EmptyState
        title={t('collections:goneTitle')}
        text={t('collections:goneText')}
        actions={
          <Button onPress={() => navigate({ screen: 'library' })}>{t('library:showAll')}</Button>
        }
      />
    );
  }
  if (search !== '') {
    return (
      <EmptyState
        title={t('library:nothingTitle', { query: search })}
        text={t('library:nothingText')}
        actions={
          <Button onPress={() => filterBy({ search: '', filters: '', place: 'all' })}>
            {t('library:clearSearch')}
          </Button>
        }
      />
    );
  }
  if (collection !== null && filter.place === 'all') {
    return (
      <EmptyState
        title={t('collections:emptyTitle', { name: collection.name })}
        text={t('collections:emptyText')}
      />
    );
  }
  const showAll = (
    <Button onPress={() => filterBy({ place: 'all' })}>{t('library:showAll')}</Button>
  );
  switch (filter.place) {
    case 'favourites':
      return (
        <EmptyState
          title={t('library:noFavouritesTitle')}
          text={t('library:noFavouritesText')}
          actions={showAll}
        />
      );
    case 'trash':
      return (
        <EmptyState
          title={t('organise:trashEmptyTitle')}
          text={t('organise:trashEmptyText')}
          actions={showAll}
        />
      );
    case 'all':
      return (
        <EmptyState
          title={t('organise:allInTrashTitle')}
          text={t('organise:allInTrashText')}
          actions={
            <Button onPress={() => filterBy({ place: 'trash' })}>{t('organise:showTrash')}</Button>
          }
        />
      );
    default:
      return filter.place satisfies never;
  }
}
