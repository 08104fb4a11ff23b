// Clips of the library that have a copy in the cloud as well: how many, until when, and the way to see them.
import { navigate } from '../../../app/router.ts';
import { useLibraryView } from '../../../clip/library-view.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { formatCount, formatDate } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import styles from './cloud-copies-tab.module.css';

/** As it is typed into the search of the library. */
const inCloudSearch = 'is:in-cloud';

export function CloudCopiesBoth() {
  const t = useTranslate();
  const filterBy = useLibraryView((view) => view.filterBy);
  const overview = useStudioQuery('data.overview', {}).data;
  const videos = overview?.inventory.find(({ kind }) => kind === 'videos');
  if (!videos) return null;
  const { inCloudCount: count, cloudUntil } = videos;
  const show = () => {
    filterBy({ search: inCloudSearch, place: 'all' });
    navigate({ screen: 'library' });
  };
  return (
    <Panel
      title={t('elsewhere:both')}
      note={t('elsewhere:bothNote', { count, figure: formatCount(count) })}
      {...(count > 0 && {
        actions: (
          <Button size="sm" variant="ghost" onPress={show}>
            {t('elsewhere:showThem')}
          </Button>
        ),
      })}
    >
      <p className={styles['both']}>
        {count === 0
          ? t('elsewhere:bothNone')
          : cloudUntil === null
            ? t('elsewhere:bothStay')
            : t('elsewhere:bothUntil', { date: formatDate(cloudUntil) })}
      </p>
    </Panel>
  );
}
