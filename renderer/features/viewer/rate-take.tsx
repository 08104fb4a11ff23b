// Good or poor: kept here by a press, sent by another that says first what goes where, taken back by a third. Sends nothing by itself.
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { type Verdict, verdictReasons } from '#shared/domain/verdict.ts';
import type { ServiceDescription } from '#shared/gateway/service.ts';
import { InspectorSection } from '../../app/inspector.tsx';
import { errorWords } from '../../engine/error-words.ts';
import { useStudioCommand, useStudioQuery } from '../../engine/queries.ts';
import { formatDateTime } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { GoodIcon, PoorIcon } from '../../ui/icons.ts';
import { Select } from '../../ui/select.tsx';
import styles from './rate-take.module.css';

const verdictIcons = { good: GoodIcon, poor: PoorIcon } as const;

export function RateTake({ clip }: { readonly clip: GenerationDetail }) {
  const t = useTranslate();
  const keep = useStudioCommand('feedback.keep');
  const { id, verdict, feedback } = clip;
  if (feedback === null) return null;
  const { place, reason } = feedback;
  const press = (pressed: Verdict) =>
    keep.mutate({
      id,
      verdict: pressed === verdict ? null : pressed,
      reason: pressed === verdict ? null : reason,
    });
  return (
    <InspectorSection
      title={t('feedback:title')}
      actions={(['good', 'poor'] as const).map((name) => (
        <Button
          key={name}
          size="xs"
          icon={verdictIcons[name]}
          aria-pressed={name === verdict}
          isOn={name === verdict}
          isDisabled={place !== 'here'}
          onPress={() => press(name)}
        >
          {t(`feedback:${name}`)}
        </Button>
      ))}
    >
      <div className={styles['rate']} aria-live="polite">
        {verdict === null ? (
          <p>{t('feedback:stays')}</p>
        ) : (
          <>
            {place === 'here' && (
              <Select
                size="sm"
                label={t('feedback:about')}
                isLabelHidden
                placeholder={t('feedback:about')}
                options={verdictReasons.map((value) => ({
                  value,
                  label: t(`feedback:reason.${value}`),
                }))}
                value={reason}
                onChange={(value) => keep.mutate({ id, verdict, reason: value })}
              />
            )}
            <Sending clip={clip} />
          </>
        )}
        {keep.error && <p className={styles['problem']}>{errorWords(t, keep.error)}</p>}
      </div>
    </InspectorSection>
  );
}

function Sending({ clip }: { readonly clip: GenerationDetail }) {
  const t = useTranslate();
  const send = useStudioCommand('feedback.send');
  const takeBack = useStudioCommand('feedback.takeBack');
  const service = useStudioQuery('cloud.state', {}).data?.service ?? null;
  const choices = useStudioQuery('choices.list', {}).data?.items ?? [];
  const isAllowed = choices.find(({ purpose }) => purpose === 'send-feedback')?.isAllowed ?? false;
  const { id, cloudId, feedback } = clip;
  if (feedback === null) return null;
  const { place, reason, sentAt } = feedback;
  const isTaken = cloudId !== null && (service?.features.includes('feedback') ?? false);
  const maySend = (place === 'here' || place === 'sending') && isTaken && isAllowed;
  const error = send.error ?? takeBack.error;
  return (
    <>
      {place !== 'here' && reason !== null && <p>{t(`feedback:reason.${reason}`)}</p>}
      <p>{placeWords(t, { place, sentAt, service, isTaken, isAllowed })}</p>
      {error && <p className={styles['problem']}>{errorWords(t, error)}</p>}
      <div className={styles['buttons']}>
        {maySend && (
          <Button size="sm" busy={send.isPending} onPress={() => send.mutate({ id })}>
            {t(place === 'sending' ? 'feedback:sendAgain' : 'feedback:send')}
          </Button>
        )}
        {(place === 'sent' || place === 'sending') && !send.isPending && (
          <Button size="sm" busy={takeBack.isPending} onPress={() => takeBack.mutate({ id })}>
            {t('feedback:takeBack')}
          </Button>
        )}
      </div>
    </>
  );
}

interface PlaceFacts {
  readonly place: NonNullable<GenerationDetail['feedback']>['place'];
  readonly sentAt: string | null;
  readonly service: ServiceDescription | null;
  readonly isTaken: boolean;
  readonly isAllowed: boolean;
}

function placeWords(t: Translate, facts: PlaceFacts): string {
  const { place, sentAt, service, isTaken, isAllowed } = facts;
  switch (place) {
    case 'here':
      if (!isTaken || service === null) return t('feedback:notTaken');
      if (!isAllowed) return t('feedback:notAllowed');
      return t('feedback:tells', {
        place:
          service.kind === 'embedded'
            ? t('feedback:inThisApp')
            : `${service.name}, ${service.region.name},`,
      });
    case 'sending':
      return t('feedback:maybe');
    case 'sent':
      return t('feedback:sent', { time: sentAt === null ? '' : formatDateTime(sentAt) });
    case 'leaving':
      return t('feedback:leaving');
    default:
      return place satisfies never;
  }
}
