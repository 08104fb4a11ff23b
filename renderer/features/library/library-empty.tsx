// The library without clips, or without any that fit: what will be here, and the way on.
import { navigate } from '../../app/router.ts';
import { startImport } from '../../archive/import-flow.ts';
import { useLibraryView } from '../../clip/library-view.ts';
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
          <Button onPress={startImport}>{t('library:importArchive')}</Button>
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

export function NothingFound({ search }: { readonly search: string }) {
  const t = useTranslate();
  const filterBy = useLibraryView((view) => view.filterBy);
  if (search.trim() === '') {
    return (
      <EmptyState
        title={t('library:noFavouritesTitle')}
        text={t('library:noFavouritesText')}
        actions={
          <Button onPress={() => filterBy({ favouritesOnly: false })}>
            {t('library:showAll')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t('library:nothingTitle', { query: search.trim() })}
      text={t('library:nothingText')}
      actions={
        <Button onPress={() => filterBy({ search: '', favouritesOnly: false })}>
          {t('library:clearSearch')}
        </Button>
      }
    />
  );
}
