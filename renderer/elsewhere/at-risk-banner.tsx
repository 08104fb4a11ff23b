// The warning in time: clips that only the cloud has, and that it removes within days.
import { isAtRisk } from '#shared/domain/cloud-expiry.ts';
import { navigate } from '../app/router.ts';
import { useStudioQuery } from '../engine/queries.ts';
import { formatCount, formatDate } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { CloseIcon, CloudIcon } from '../ui/icons.ts';
import { useHidden } from './hidden.ts';
import { useFetchClips } from './use-fetch-clips.ts';

export function AtRiskBanner() {
  const t = useTranslate();
  const there = useStudioQuery('cloud.onlyThere', {}).data;
  const { warning, hide } = useHidden();
  const { fetch, isBusy } = useFetchClips();
  if (!there?.firstExpiresAt || there.atRisk <= warning) return null;
  const { atRisk, firstExpiresAt, items } = there;
  const fetchThem = () => {
    const nowMs = Date.now();
    const goSoon = items.filter(
      ({ expiresAt }) => expiresAt !== null && isAtRisk(Date.parse(expiresAt), nowMs),
    );
    fetch(goSoon.map(({ id }) => id));
  };
  return (
    <Banner
      icon={CloudIcon}
      tone="warning"
      title={t('elsewhere:riskTitle', {
        count: atRisk,
        figure: formatCount(atRisk),
        date: formatDate(firstExpiresAt),
      })}
      text={t('elsewhere:riskText')}
      actions={
        <>
          <Button size="xs" onPress={() => navigate({ screen: 'your-data', tab: 'cloud-copies' })}>
            {t('elsewhere:show')}
          </Button>
          <Button size="xs" busy={isBusy} onPress={fetchThem}>
            {t('elsewhere:riskFetch')}
          </Button>
          <IconButton
            size="sm"
            label={t('elsewhere:hide')}
            glyph={CloseIcon}
            onPress={() => hide({ warning: atRisk })}
          />
        </>
      }
    />
  );
}
