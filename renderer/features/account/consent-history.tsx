// Every answer the user ever gave, with its date, newest first.
import { choicePurposes } from '#shared/domain/choices.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import type { Translate } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Table } from '../../ui/table.tsx';

export function ConsentHistory({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate();
  const rows = useStudioQuery('choices.history', {}).data?.items ?? [];
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
      title={t('choices:historyTitle')}
      description={t('choices:historyText')}
      actions={
        <Button autoFocus onPress={onClose}>
          {t('choices:close')}
        </Button>
      }
    >
      <Table
        label={t('choices:historyTitle')}
        rows={rows}
        rowKey={(row) => String(row.id)}
        columns={[
          {
            id: 'purpose',
            heading: t('choices:purpose'),
            tone: 'strong',
            cell: (row) => purposeWords(t, row.purpose),
          },
          {
            id: 'answer',
            heading: t('choices:answer'),
            cell: (row) => t(row.isGranted ? 'choices:allowed' : 'choices:notAllowed'),
          },
          {
            id: 'time',
            heading: t('choices:time'),
            tone: 'muted',
            cell: (row) => formatDateTime(row.at),
          },
        ]}
      />
    </Dialog>
  );
}

function purposeWords(t: Translate, purpose: string): string {
  const known = choicePurposes.find((name) => name === purpose);
  if (known) return t(`choices:of.${known}`);
  return purpose === 'age' ? t('choices:age') : purpose;
}
