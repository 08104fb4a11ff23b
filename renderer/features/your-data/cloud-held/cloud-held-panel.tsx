// What the cloud holds: asking it, how that stands, and what it answered beside what is on this device.
import { useState } from 'react';
import type { AccessState } from '#shared/contract/access.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { useStudioCommand, useStudioQuery } from '../../../engine/queries.ts';
import { formatDateTime } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { ClockIcon, CloudIcon, ProblemIcon } from '../../../ui/icons.ts';
import { KeyValues } from '../../../ui/key-values.tsx';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import styles from '../action-panels.module.css';
import {
  type HeldView,
  heldCounts,
  heldView,
  inArchiveWords,
  onlyThereWords,
} from './held-words.ts';

export function CloudHeldPanel() {
  const t = useTranslate();
  const [nowMs] = useState(() => Date.now());
  const access = useStudioQuery('access.state', {});
  const isOffline = useStudioQuery('cloud.state', {}).data?.reachable === 'no';
  const ask = useStudioCommand('access.ask');
  const view = access.data && heldView(t, access.data, { isOffline, nowMs });
  // Until it is known how asking stands, its place is kept.
  const offer = access.isPending ? { label: t('access:ask'), isDisabled: true } : view?.ask;
  const hasWords = view && (view.state !== null || view.problem !== null);
  const error = ask.error ?? access.error;
  return (
    <Panel title={t('access:title')} icon={CloudIcon} isPadded>
      <div className={styles['words']}>
        <p>{t('access:text')}</p>
        <div role="status" className={styles['outcome']}>
          {hasWords && <Standing {...view} />}
        </div>
        {error && (
          <Note icon={ProblemIcon} tone="danger" isAlert>
            {errorWords(t, error)}
          </Note>
        )}
        {access.data?.held && <Answer held={access.data.held} />}
        {offer && (
          <Button
            size="sm"
            isWide
            busy={ask.isPending}
            isDisabled={offer.isDisabled}
            onPress={() => ask.mutate({})}
          >
            {offer.label}
          </Button>
        )}
      </div>
    </Panel>
  );
}

function Standing({ state, problem, isLate }: HeldView) {
  return (
    <div className={styles['done']}>
      {state !== null && !isLate && <p>{state}</p>}
      {state !== null && isLate && (
        <Note icon={ClockIcon} tone="warning">
          {state}
        </Note>
      )}
      {problem !== null && <Note icon={ProblemIcon}>{problem}</Note>}
    </div>
  );
}

function Answer({ held }: { readonly held: NonNullable<AccessState['held']> }) {
  const t = useTranslate();
  const answered = {
    id: 'answered',
    name: t('access:answered'),
    value: formatDateTime(held.fetchedAt),
  };
  return (
    <>
      <KeyValues pairs={[answered, ...heldCounts(t, held.counts)]} />
      <p>{onlyThereWords(t, held.onlyThere)}</p>
    </>
  );
}

/** In the panel of the export. */
export function HeldInArchive() {
  const t = useTranslate();
  const access = useStudioQuery('access.state', {}).data;
  const words = access ? inArchiveWords(t, access) : null;
  return words === null ? null : <p className={styles['faint']}>{words}</p>;
}
