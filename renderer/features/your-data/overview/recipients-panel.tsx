// Who gets what, in short: the service that renders, payment, analytics. Says "None" where it is none.
import { formatRoute } from '../../../app/router.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Icon, type IconGlyph } from '../../../ui/icon.tsx';
import { GlobeIcon, PaymentIcon, ServerIcon } from '../../../ui/icons.ts';
import { Panel } from '../../../ui/panel.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import type { CloudFacts } from '../data-map/places.ts';
import styles from './recipients-panel.module.css';

export function RecipientsPanel({ cloud }: { readonly cloud: CloudFacts | null }) {
  const t = useTranslate();
  const isDemo = cloud?.isDemo ?? true;
  const days = cloud?.providerDays ?? cloud?.retentionDays ?? null;
  return (
    <Panel
      title={t('yourData:tabs.map')}
      note={t('yourData:whoGetsWhat')}
      actions={
        <TextLink href={formatRoute({ screen: 'your-data', tab: 'map' })}>
          {t('yourData:open')}
        </TextLink>
      }
    >
      <ul>
        {isDemo ? (
          <Recipient
            glyph={ServerIcon}
            name={t('yourData:place.demo')}
            place={t('yourData:place.device')}
            what={t('yourData:demoGets')}
            kept={t('yourData:demoKeeps')}
          />
        ) : (
          <Recipient
            glyph={ServerIcon}
            name={cloud?.name ?? t('yourData:place.cloud')}
            place={cloud?.region ?? ''}
            what={t('yourData:cloudGets')}
            kept={days ? t('yourData:keptDays', { count: days }) : t('yourData:untilErased')}
          />
        )}
        {cloud?.hasBilling !== true && (
          <Recipient
            glyph={PaymentIcon}
            name={t('yourData:payment')}
            place={t('none')}
            what={t('yourData:paymentNone')}
            isOff
          />
        )}
        <Recipient
          glyph={GlobeIcon}
          name={t('yourData:analytics')}
          place={t('none')}
          what={t('yourData:analyticsNone')}
          isOff
        />
      </ul>
    </Panel>
  );
}

interface RecipientProps {
  readonly glyph: IconGlyph;
  readonly name: string;
  readonly place: string;
  readonly what: string;
  readonly kept?: string;
  readonly isOff?: boolean;
}

function Recipient({ glyph, name, place, what, kept, isOff = false }: RecipientProps) {
  return (
    <li className={styles['recipient']} data-off={isOff || undefined}>
      <Icon glyph={glyph} className={styles['icon']} />
      <div className={styles['words']}>
        <p>
          <span className={styles['name']}>{name}</span>{' '}
          <span className={styles['faint']}>{place}</span>
        </p>
        <p className={styles['what']}>{what}</p>
        {kept !== undefined && <p className={styles['faint']}>{kept}</p>}
      </div>
    </li>
  );
}
