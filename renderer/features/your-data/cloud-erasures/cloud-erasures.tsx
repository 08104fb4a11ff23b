// Every deletion that a cloud was asked for: what waits first, then what was confirmed, each with the cloud's own receipt.
import { useState } from 'react';
import type { CloudErasure } from '#shared/contract/erasures.ts';
import { problemWords } from '../../../clip/copy-words.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { useStudioCommand, useStudioQuery } from '../../../engine/queries.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { CloudIcon, InfoIcon, ProblemIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ErasureRow } from './erasure-row.tsx';
import { useSaveCloudReceipt } from './use-save-cloud-receipt.ts';
import styles from './cloud-erasures.module.css';

export function CloudErasures() {
  const t = useTranslate();
  const list = useStudioQuery('erasures.list', {}).data;
  const tryNow = useStudioCommand('erasures.tryNow');
  const save = useSaveCloudReceipt();
  const [openId, setOpenId] = useState<string | null>(null);
  if (!list || list.total === 0) return null;
  const { items, waiting } = list;
  const isResidue = items.some(({ isOfWipe, state }) => isOfWipe && state !== 'confirmed');
  const problem = tryNow.error ? errorWords(t, tryNow.error) : problemWords(waiting.problem, t);
  return (
    <div className={styles['page']}>
      <Panel
        title={t('erasures:title')}
        note={t('erasures:note')}
        icon={CloudIcon}
        actions={
          waiting.count > 0 && (
            <Button size="sm" busy={tryNow.isPending} onPress={() => tryNow.mutate({})}>
              {t('erasures:tryNow')}
            </Button>
          )
        }
      >
        {waiting.count > 0 && problem !== null && (
          <div className={styles['note']}>
            <Note icon={ProblemIcon} tone="warning">
              {problem}
            </Note>
          </div>
        )}
        {isResidue && (
          <div className={styles['note']}>
            <Note icon={InfoIcon}>{t('erasures:residue')}</Note>
          </div>
        )}
        <ul aria-label={t('erasures:title')}>
          {items.map((erasure: CloudErasure) => (
            <ErasureRow
              key={erasure.id}
              erasure={erasure}
              isOpen={openId === erasure.id}
              onToggle={() => setOpenId(openId === erasure.id ? null : erasure.id)}
              onSave={() => save(erasure.id, erasure.requestedAt)}
            />
          ))}
        </ul>
      </Panel>
    </div>
  );
}
