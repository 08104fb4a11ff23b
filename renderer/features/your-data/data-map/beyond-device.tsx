// Beyond this device: who may get something by category, and what the service keeps of its own and how long. Read only.
import {
  keptByService,
  type KeptByService,
  recipientCategories,
  type RecipientCategory,
  recipients,
  serviceKeeps,
} from '#shared/domain/recipients.ts';
import type { LegalBasis } from '#shared/domain/data-map.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Icon, type IconGlyph } from '../../../ui/icon.tsx';
import {
  AccountIcon,
  ArchiveIcon,
  CloudIcon,
  DataIcon,
  DiagnosticsIcon,
  DownloadIcon,
  FilmIcon,
  GlobeIcon,
  InfoIcon,
  NotificationsIcon,
  PaymentIcon,
  ServerIcon,
  ShieldIcon,
  TextIcon,
} from '../../../ui/icons.ts';
import { KeyValues } from '../../../ui/key-values.tsx';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import styles from './data-map-tab.module.css';

const recipientIcons: Readonly<Record<RecipientCategory, IconGlyph>> = {
  infrastructure: ServerIcon,
  storage: DataIcon,
  cdn: DownloadIcon,
  'sign-in': AccountIcon,
  analytics: GlobeIcon,
  email: NotificationsIcon,
  payment: PaymentIcon,
  'ai-providers': FilmIcon,
  advisers: TextIcon,
  authorities: ShieldIcon,
};
const keptIcons: Readonly<Record<KeptByService, IconGlyph>> = {
  account: AccountIcon,
  media: FilmIcon,
  logs: DiagnosticsIcon,
  backups: ArchiveIcon,
  billing: PaymentIcon,
  security: ShieldIcon,
};

export function BeyondDevice({ isDemo }: { readonly isDemo: boolean }) {
  const t = useTranslate();
  return (
    <>
      <Panel title={t('recipients:title')} note={t('recipients:note')} icon={GlobeIcon}>
        <div className={styles['note']}>
          <Note icon={InfoIcon}>
            {t('recipients:neverSold')} {isDemo && t('recipients:demo')}
          </Note>
        </div>
        <ul aria-label={t('recipients:title')}>
          {recipientCategories.map((category) => (
            <Entry
              key={category}
              glyph={recipientIcons[category]}
              fact={{ name: t('recipients:gets'), value: recipients[category].gets }}
              {...recipients[category]}
            />
          ))}
        </ul>
      </Panel>
      <Panel title={t('recipients:keepsTitle')} note={t('recipients:keepsNote')} icon={CloudIcon}>
        <ul aria-label={t('recipients:keepsTitle')}>
          {keptByService.map((kind) => (
            <Entry
              key={kind}
              glyph={keptIcons[kind]}
              fact={{ name: t('recipients:period'), value: serviceKeeps[kind].period }}
              {...serviceKeeps[kind]}
            />
          ))}
        </ul>
      </Panel>
    </>
  );
}

interface EntryProps {
  readonly glyph: IconGlyph;
  readonly label: string;
  readonly purpose: string;
  readonly basis: LegalBasis;
  readonly fact: { readonly name: string; readonly value: string };
}

function Entry({ glyph, label, purpose, basis, fact }: EntryProps) {
  const t = useTranslate();
  return (
    <li className={styles['entry']}>
      <Icon glyph={glyph} className={styles['icon']} />
      <div className={styles['what']}>
        <h3 className={styles['label']}>{label}</h3>
        <p>{purpose}</p>
      </div>
      <KeyValues pairs={[{ id: 'fact', ...fact }]} />
      <KeyValues
        pairs={[{ id: 'basis', name: t('yourData:basis'), value: t(`yourData:bases.${basis}`) }]}
      />
    </li>
  );
}
