// Which version this is, under which licence, what it tells about its user (nothing), and whom to ask.
import { formatRoute } from '../../../app/router.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { InfoIcon } from '../../../ui/icons.ts';
import { TextLink } from '../../../ui/text-link.tsx';
import type { Row, Section } from './section.ts';
import { useRowCommand } from '../use-row-command.ts';

export function useAboutSection(): Section {
  const t = useTranslate();
  const info = useStudioQuery('shell.info', {}).data;
  const support = useSupportRow();
  const version: Row = {
    id: 'version',
    title: info ? t('settings:version', { version: info.version }) : t('appName'),
    ...(info && {
      note: t('settings:versionNote', {
        electron: info.electron,
        platform: t(`settings:platform.${info.platform}`),
      }),
    }),
    words: t('settings:versionWords'),
  };
  const licence: Row = {
    id: 'licence',
    title: t('settings:licence'),
    note: t('settings:licenceNote'),
    words: t('settings:licenceWords'),
  };
  const privacy: Row = {
    id: 'privacy',
    title: t('settings:privacy'),
    note: t('settings:privacyNote'),
    words: t('settings:privacyWords'),
    control: (
      <TextLink href={formatRoute({ screen: 'your-data', tab: 'ledger' })}>
        {t('settings:openYourData')}
      </TextLink>
    ),
  };
  return {
    id: 'about',
    title: t('settings:about'),
    icon: InfoIcon,
    groups: [{ id: 'about', rows: [version, licence, privacy, support] }],
  };
}

function useSupportRow(): Row {
  const t = useTranslate();
  const open = useRowCommand('shell.open');
  return {
    id: 'support',
    title: t('settings:support'),
    note: t('settings:supportNote'),
    words: t('settings:supportWords'),
    problem: open.problem,
    control: (
      <Button
        size="sm"
        aria-label={t('settings:writeSupport')}
        onPress={() => open.run({ place: 'support' })}
      >
        {t('settings:write')}
      </Button>
    ),
  };
}
