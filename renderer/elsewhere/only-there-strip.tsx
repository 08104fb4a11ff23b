// In the Library: how many clips are missing in it because only the cloud has them, and the way to get them.
import { navigate } from '../app/router.ts';
import { errorWords } from '../engine/error-words.ts';
import { useStudioQuery } from '../engine/queries.ts';
import { formatCount, formatDate } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { CloseIcon, CloudIcon } from '../ui/icons.ts';
import { useHidden } from './hidden.ts';
import styles from './only-there-strip.module.css';
import { useFetchClips } from './use-fetch-clips.ts';

export function OnlyThereStrip() {
  const t = useTranslate();
  const there = useStudioQuery('cloud.onlyThere', {}).data;
  const { strip, warning, hide } = useHidden();
  const { fetch, isBusy, error } = useFetchClips();
  // the warning above the toolbar says it already, and more urgently
  if (!there || there.total <= strip || there.atRisk > warning) return null;
  const { total, firstExpiresAt } = there;
  return (
    <section className={styles['strip']} aria-label={t('elsewhere:onlyThere')}>
      <Icon glyph={CloudIcon} size={14} className={styles['icon']} />
      <p className={styles['words']}>
        <span className={styles['title']}>
          {t('elsewhere:stripTitle', { count: total, figure: formatCount(total) })}
        </span>{' '}
        {error
          ? errorWords(t, error)
          : firstExpiresAt !== null &&
            t('elsewhere:stripUntil', { date: formatDate(firstExpiresAt) })}
      </p>
      <Button
        size="xs"
        variant="ghost"
        onPress={() => navigate({ screen: 'your-data', tab: 'cloud-copies' })}
      >
        {t('elsewhere:show')}
      </Button>
      <Button size="xs" busy={isBusy} onPress={() => fetch()}>
        {t('elsewhere:fetchAll')}
      </Button>
      <IconButton
        size="sm"
        label={t('elsewhere:hide')}
        glyph={CloseIcon}
        onPress={() => hide({ strip: total })}
      />
    </section>
  );
}
