// Conditions that last, above the toolbar: the engine comes back, the cloud does not answer, or it will soon remove what only it has.
import { useEffect, useState } from 'react';
import type { StudioOutput } from '#shared/contract/studio.ts';
import { navigate } from '../../app/router.ts';
import { AtRiskBanner } from '../../elsewhere/at-risk-banner.tsx';
import { useStudioCommand, useStudioQuery } from '../../engine/queries.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CloudOffIcon, WarningIcon } from '../../ui/icons.ts';

export function ConditionBanner() {
  const t = useTranslate();
  const health = useStudioQuery('shell.health', {});
  const cloud = useStudioQuery('cloud.state', {});
  const pause = useStudioQuery('queue.state', {}).data?.pause;
  if (health.data?.state === 'restarting') {
    return <Banner icon={WarningIcon} tone="warning" title={t('status:engineRestarting')} />;
  }
  if (pause?.cause === 'crashes') return <CrashBanner suspects={pause.suspects} />;
  if (cloud.data?.reachable === 'no') return <OfflineBanner nextTryAt={cloud.data.nextTryAt} />;
  return <AtRiskBanner />;
}

type Pause = NonNullable<StudioOutput<'queue.state'>['pause']>;

/** The engine died more than once over the same job: nothing is started before somebody has seen this. */
function CrashBanner({ suspects }: Pick<Pause, 'suspects'>) {
  const t = useTranslate();
  const resume = useStudioCommand('queue.resume');
  const [first] = suspects;
  return (
    <Banner
      icon={WarningIcon}
      tone="warning"
      title={t('status:crashesTitle')}
      text={
        first
          ? t('status:crashesText', { name: first.name, count: suspects.length })
          : t('status:crashesTextNone')
      }
      actions={
        <>
          {first && (
            <Button size="xs" onPress={() => navigate({ screen: 'queue', job: first.id })}>
              {t('status:crashesShow')}
            </Button>
          )}
          <Button size="xs" busy={resume.isPending} onPress={() => resume.mutate({})}>
            {t('status:crashesResume')}
          </Button>
        </>
      }
    />
  );
}

function OfflineBanner({ nextTryAt }: { readonly nextTryAt: string | null }) {
  const t = useTranslate();
  const queue = useStudioQuery('generations.queue', {});
  const look = useStudioCommand('cloud.refresh');
  const seconds = useSecondsUntil(nextTryAt);
  const waiting = queue.data?.active.length ?? 0;
  return (
    <Banner
      icon={CloudOffIcon}
      tone="warning"
      title={t('status:offlineTitle')}
      text={waiting > 0 ? t('status:offlineJobs', { count: waiting }) : t('status:offlineText')}
      actions={
        <>
          {seconds !== null && <span>{t('status:nextTry', { time: `${seconds} s` })}</span>}
          <Button size="xs" busy={look.isPending} onPress={() => look.mutate({})}>
            {t('tryNow')}
          </Button>
        </>
      }
    />
  );
}

/** Counts down once a second; `null` when nothing is planned. */
function useSecondsUntil(moment: string | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (moment === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [moment]);
  return moment === null ? null : Math.max(0, Math.ceil((Date.parse(moment) - now) / 1000));
}
