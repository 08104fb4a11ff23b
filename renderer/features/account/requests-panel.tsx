// Requests about the user's own data: what was asked, by when an answer is due, and a way to write one. Sends nothing itself.
import { useState } from 'react';
import type { PrivacyRequest } from '#shared/contract/privacy-requests.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { formatDate } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MoreIcon } from '../../ui/icons.ts';
import { Menu } from '../../ui/menu.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import styles from './account-screen.module.css';
import { AnswerDialog } from './answer-dialog.tsx';
import { requestLine } from './request-line.ts';
import { RequestDialog } from './request-dialog.tsx';
import { useRequestActions } from './use-request-actions.ts';

export function RequestsPanel() {
  const t = useTranslate();
  const requests = useStudioQuery('privacyRequests.list', {}).data?.items ?? [];
  const [nowMs] = useState(() => Date.now()); // a day more or less is seen at the next visit
  const [isWriting, setWriting] = useState(false);
  const [answered, setAnswered] = useState<PrivacyRequest | null>(null);
  return (
    <Panel
      title={t('requests:title')}
      actions={<TextLink onPress={() => setWriting(true)}>{t('requests:write')}</TextLink>}
    >
      {requests.length === 0 && <p className={styles['hint']}>{t('requests:empty')}</p>}
      <ul>
        {requests.map((request) => (
          <RequestRow
            key={request.id}
            request={request}
            nowMs={nowMs}
            onAnswered={() => setAnswered(request)}
          />
        ))}
      </ul>
      {isWriting && <RequestDialog onClose={() => setWriting(false)} />}
      {answered && <AnswerDialog request={answered} onClose={() => setAnswered(null)} />}
    </Panel>
  );
}

const labels = {
  mail: 'requests:writeMail',
  sent: 'requests:markSent',
  answered: 'requests:markAnswered',
  remove: 'requests:remove',
} as const;

interface RequestRowProps {
  readonly request: PrivacyRequest;
  readonly nowMs: number;
  readonly onAnswered: () => void;
}

function RequestRow({ request, nowMs, onAnswered }: RequestRowProps) {
  const t = useTranslate();
  const actions = useRequestActions();
  const kind = t(`requests:kind.${request.kind}`);
  const action = (id: keyof typeof labels, onAction: () => void) => ({
    id,
    label: t(labels[id]),
    onAction,
  });
  const mail = action('mail', () => actions.openMail(request));
  const remove = {
    ...action('remove', () => actions.remove(request.id)),
    isDestructive: true,
  };
  const offered = {
    draft: [mail, action('sent', () => actions.markSent(request.id)), remove],
    sent: [mail, action('answered', onAnswered), remove],
    answered: [action('answered', onAnswered), remove],
  }[request.state];
  const name = t('requests:actions', { kind, date: formatDate(request.writtenAt) });
  return (
    <li className={styles['consent']}>
      <div>
        <p className={styles['strong']}>{kind}</p>
        <p className={styles['small']}>{requestLine(t, request, nowMs)}</p>
        {request.answer !== '' && <p className={styles['small']}>{request.answer}</p>}
      </div>
      <Menu label={name} actions={offered} trigger={<IconButton label={name} glyph={MoreIcon} />} />
    </li>
  );
}
