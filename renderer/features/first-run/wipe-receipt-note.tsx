// What the wipe before this start removed, and what it left. The receipt itself is a file beside the preferences.
import type { WipeReceipt } from '#shared/contract/data.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { formatBytes, formatCount, formatDateTime } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { CheckIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/note.tsx';

export function WipeReceiptNote({ receipt }: { readonly receipt: WipeReceipt }) {
  const t = useTranslate();
  const isCloudAsked = (useStudioQuery('erasures.list', {}).data?.waiting.count ?? 0) > 0;
  const files = receipt.removed.reduce((sum, row) => sum + row.count, 0);
  const bytes = receipt.removed.reduce((sum, row) => sum + row.bytes, 0);
  const { remaining, leftAlone } = receipt;
  return (
    <Note
      icon={CheckIcon}
      tone={remaining.length === 0 ? 'plain' : 'warning'}
      title={t('firstRun:erasedTitle', { time: formatDateTime(receipt.wipedAt) })}
    >
      {t('firstRun:erasedText', { files: formatCount(files), bytes: formatBytes(bytes) })}{' '}
      {remaining.length === 0
        ? t('firstRun:erasedAll')
        : t('firstRun:erasedRest', { count: remaining.length })}{' '}
      {leftAlone.length > 0 && t('firstRun:erasedLeft', { count: leftAlone.length })}{' '}
      {isCloudAsked && t('firstRun:erasedCloud')}
    </Note>
  );
}
