// One deletion in the cloud: what, how it stands, and the receipt under it when it is opened.
import { useId } from 'react';
import type { CloudErasure } from '#shared/contract/erasures.ts';
import { formatCount, formatDate, formatDateTime } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { DownloadIcon } from '../../../ui/icons.ts';
import { KeyValues, type KeyValue } from '../../../ui/key-values.tsx';
import { StatusDot, type Tone } from '../../../ui/status-dot.tsx';
import { causeWords, stateNote, subjectWords, wentWords } from './erasure-words.ts';
import styles from './cloud-erasures.module.css';

export interface ErasureRowProps {
  readonly erasure: CloudErasure;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onSave: () => void;
}

const tones: Readonly<Record<CloudErasure['state'], Tone>> = {
  waiting: 'warning',
  accepted: 'accent',
  confirmed: 'success',
};

export function ErasureRow({ erasure, isOpen, onToggle, onSave }: ErasureRowProps) {
  const t = useTranslate();
  const id = useId();
  const what = subjectWords(erasure, t);
  const cause = causeWords(erasure, t);
  const asked = [formatDateTime(erasure.requestedAt), cause, erasure.host].filter(Boolean);
  return (
    <li className={styles['item']}>
      <div className={styles['row']}>
        <div className={styles['what']}>
          <span className={styles['title']} dir="auto">
            {what}
          </span>
          <span className={styles['asked']}>{asked.join(' · ')}</span>
        </div>
        <span className={styles['state']}>
          <StatusDot tone={tones[erasure.state]} />
          <span>
            {t(`erasures:${erasure.state}`)}
            <span className={styles['when']}>{stateNote(erasure, t)}</span>
          </span>
        </span>
        <div className={styles['actions']}>
          <Button
            size="sm"
            variant="ghost"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={t(isOpen ? 'erasures:hideOf' : 'erasures:detailsOf', { what })}
            onPress={onToggle}
          >
            {t(isOpen ? 'erasures:hide' : 'erasures:details')}
          </Button>
          <IconButton
            size="sm"
            glyph={DownloadIcon}
            label={t('erasures:saveOf', { what })}
            onPress={onSave}
          />
        </div>
      </div>
      <div id={id} hidden={!isOpen} className={styles['details']}>
        <KeyValues pairs={detailPairs(erasure, t)} />
      </div>
    </li>
  );
}

function detailPairs({ receipt, attempts, id }: CloudErasure, t: Translate): KeyValue[] {
  const tries = { id: 'tries', name: t('erasures:tries'), value: formatCount(attempts) };
  if (receipt === null) return [tries, { id: 'key', name: t('erasures:receiptId'), value: id }];
  const counts = receipt.counts.filter(({ count }) => count > 0);
  const went = counts.map((one) => wentWords(one, t)).join(', ');
  return [
    { id: 'erased', name: t('erasures:erasedAt'), value: formatDateTime(receipt.erasedAt) },
    ...(receipt.where === null
      ? []
      : [{ id: 'where', name: t('erasures:where'), value: receipt.where }]),
    {
      id: 'counts',
      name: t('erasures:counts'),
      value: went === '' ? t('erasures:countsNone') : went,
    },
    { id: 'stays', name: t('erasures:stays'), value: <Retained retained={receipt.retained} /> },
    tries,
    {
      id: 'receipt',
      name: t('erasures:receiptId'),
      value: (
        <>
          <span className={styles['mono']}>{receipt.id}</span>
          {` · ${t(`erasures:signature.${receipt.signature}`)}`}
        </>
      ),
    },
  ];
}

function Retained({
  retained,
}: {
  readonly retained: NonNullable<CloudErasure['receipt']>['retained'];
}) {
  const t = useTranslate();
  return (
    <ul className={styles['retained']}>
      {retained.map(({ what, why, until }) => (
        <li key={what}>
          <strong>{what}</strong>
          {until !== null && ` ${t('erasures:staysUntil', { date: formatDate(until) })}`}
          <span className={styles['why']}>{why}</span>
        </li>
      ))}
    </ul>
  );
}
