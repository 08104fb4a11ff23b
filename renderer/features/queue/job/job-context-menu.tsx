// The menu of a job at the pointer, or at the row with the focus: the same as behind its dots.
import { useClipActions } from '../../../clip/use-clip-actions.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { ContextMenu, type ContextMenuProps } from '../../../ui/menu.tsx';
import { isFreeToCancel } from '../words/cancel-words.ts';
import { menuActions } from './job-actions.tsx';
import { jobTitle } from '../words/job-words.ts';
import { useQueueContext } from '../queue-context.ts';

export interface OpenJobMenu {
  readonly id: string;
  readonly at: NonNullable<ContextMenuProps['at']>;
}

export interface JobContextMenuProps {
  /** `null` while it is closed. */
  readonly menu: OpenJobMenu | null;
  readonly onClose: () => void;
}

export function JobContextMenu({ menu, onClose }: JobContextMenuProps) {
  const t = useTranslate();
  const clip = useClipActions();
  const queue = useQueueContext();
  const job = menu && queue.jobs.get(menu.id);
  if (!job) return null;
  const stop = () => (isFreeToCancel(job) ? queue.actions.cancel(job) : queue.ask(job.id));
  return (
    <ContextMenu
      label={t('queue:moreNamed', { name: jobTitle(t, job) })}
      at={menu.at}
      actions={menuActions(t, { job, clip, queue, stop })}
      onClose={onClose}
    />
  );
}
