// Where a clip is made and what goes there, before anything goes.
import { isDemo } from '#shared/domain/demo.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { formatBytes } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { DeviceIcon, GlobeIcon, InfoIcon } from '../../../ui/icons.ts';
import { KeyValues } from '../../../ui/key-values.tsx';
import { Popover } from '../../../ui/popover.tsx';
import type { ServiceDescription } from '#shared/gateway/service.ts';
import styles from './destination.module.css';
import type { Composer } from './use-composer.ts';
import type { ImageFacts } from '../images/use-images.ts';

export interface DestinationProps {
  readonly composer: Composer;
  readonly facts: ImageFacts;
}

export function Destination({ composer, facts }: DestinationProps) {
  const t = useTranslate();
  const { cloud, composition } = composer;
  const service = cloud?.service;
  if (!service || !composition) return <p className={styles['line']} />;
  const isHere = isDemo(service);
  const words = isHere
    ? t('create:destinationDemo')
    : destinationLine(t, service, composition.images.length, facts.totalBytes);
  const label = t(isHere ? 'create:whatIsUsed' : 'create:whatIsSent');
  return (
    <div className={styles['line']}>
      <Icon glyph={isHere ? DeviceIcon : GlobeIcon} size={14} />
      <span className={styles['words']} title={words}>
        {words}
      </span>
      <Popover
        label={label}
        placement="top end"
        widthPx={304}
        trigger={<IconButton size="sm" label={label} glyph={InfoIcon} tooltipPlacement="top" />}
      >
        <WhatIsSent composer={composer} facts={facts} title={label} />
      </Popover>
    </div>
  );
}

function destinationLine(
  t: Translate,
  { provider, region }: Pick<ServiceDescription, 'provider' | 'region'>,
  imageCount: number,
  imageBytes: number,
): string {
  const what: string[] = [t('create:sentPrompt')];
  if (imageCount > 0) what.push(t('create:sentImages', { count: imageCount }));
  if (imageBytes > 0) what.push(formatBytes(imageBytes));
  return t('create:destination', {
    provider: provider.name,
    region: region.name,
    what: what.join(', '),
  });
}

function WhatIsSent({ composer, facts, title }: DestinationProps & { readonly title: string }) {
  const t = useTranslate();
  const profile = useStudioQuery('profile.get', {}).data;
  const { draft, composition } = composer;
  if (!composition) return null;
  const { model, images, parameters } = composition;
  const settings = [model.name, ...Object.values(parameters).map(String)].join(', ');
  return (
    <>
      <p className={styles['title']}>{title}</p>
      <KeyValues
        pairs={[
          {
            id: 'prompt',
            name: t('create:sentPromptName'),
            value: t('create:sentCharacters', { count: draft.prompt.length }),
          },
          {
            id: 'images',
            name: t('create:images'),
            value:
              images.length === 0
                ? t('none')
                : `${t('create:sentImages', { count: images.length })}, ${formatBytes(facts.totalBytes)}`,
          },
          { id: 'settings', name: t('create:sentSettings'), value: settings },
          {
            id: 'training',
            name: t('create:sentTraining'),
            value: t(profile?.trainingConsent ? 'create:trainingYes' : 'create:trainingNo'),
          },
        ]}
      />
    </>
  );
}
