// What the user agreed to and objects to: one switch each, with its date. Must not decide what an answer means for a request.
import { useState } from 'react';
import type { Choices } from '#shared/contract/choices.ts';
import type { Profile } from '#shared/contract/engine.ts';
import type { ServiceDescription } from '#shared/gateway/service.ts';
import { errorWords } from '../../engine/error-words.ts';
import { useStudioCommand, useStudioQuery } from '../../engine/queries.ts';
import { formatDate, formatDateTime } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CheckIcon, ProblemIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import styles from './account-screen.module.css';
import { choiceNote } from './choice-note.ts';
import { ConsentHistory } from './consent-history.tsx';

export interface ConsentsPanelProps {
  readonly profile: Profile;
  readonly policy: ServiceDescription['policy'] | undefined;
}

export function ConsentsPanel({ profile, policy }: ConsentsPanelProps) {
  const t = useTranslate();
  const choices = useStudioQuery('choices.list', {}).data?.items ?? [];
  const choose = useStudioCommand('choices.set');
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const { ageConfirmedAt } = profile;
  return (
    <Panel
      title={t('choices:title')}
      actions={<TextLink onPress={() => setHistoryOpen(true)}>{t('choices:history')}</TextLink>}
    >
      <ul>
        {policy && (
          <li className={styles['consent']}>
            <Words
              title={t('choices:policy', { version: policy.version })}
              note={t('choices:policyDate', { date: formatDate(policy.effectiveDate) })}
            />
          </li>
        )}
        <li className={styles['consent']}>
          <Words
            title={t('choices:age')}
            note={
              ageConfirmedAt === null
                ? t('choices:ageNotConfirmed')
                : t('choices:ageConfirmedAt', { time: formatDateTime(ageConfirmedAt) })
            }
          />
          {ageConfirmedAt !== null && <Icon glyph={CheckIcon} className={styles['given']} />}
        </li>
        {choices.map((choice) => (
          <ChoiceRow
            key={choice.purpose}
            choice={choice}
            onChange={(isAllowed) => choose.mutate({ purpose: choice.purpose, isAllowed })}
          />
        ))}
      </ul>
      {choose.error && (
        <Note icon={ProblemIcon} tone="danger" isAlert>
          {errorWords(t, choose.error)}
        </Note>
      )}
      {isHistoryOpen && <ConsentHistory onClose={() => setHistoryOpen(false)} />}
    </Panel>
  );
}

interface ChoiceRowProps {
  readonly choice: Choices['items'][number];
  readonly onChange: (isAllowed: boolean) => void;
}

function ChoiceRow({ choice, onChange }: ChoiceRowProps) {
  const t = useTranslate();
  const title = t(`choices:of.${choice.purpose}`);
  return (
    <li className={styles['consent']}>
      <Words title={title} note={choiceNote(t, choice)} />
      <Switch label={title} isLabelHidden isSelected={choice.isAllowed} onChange={onChange} />
    </li>
  );
}

function Words({ title, note }: { readonly title: string; readonly note: string }) {
  return (
    <div>
      <p className={styles['strong']}>{title}</p>
      <p className={styles['small']}>{note}</p>
    </div>
  );
}
