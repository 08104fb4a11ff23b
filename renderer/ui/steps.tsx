// A job's five steps: Upload, Send, Render, Download, Save. Steps are announced when they change, not at every percent.
import type { JobStep } from '#shared/domain/generation-status.ts';
import { formatShare } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { classNames } from './class-names.ts';
import styles from './steps.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface StepsProps {
  /** The step under way or the one it stopped at; `null` before the first one. */
  readonly step: JobStep | null;
  /** How much of that step is done, from 0 to 1; `null` when the cloud does not say. */
  readonly share?: number | null | undefined;
  /** `stopped` paints the step red; `done` fills all five. */
  readonly state?: 'running' | 'stopped' | 'done';
}

const order = [
  'upload',
  'send',
  'render',
  'download',
  'save',
] as const satisfies readonly JobStep[];

export function Steps({ step, share = null, state = 'running' }: StepsProps) {
  const text = useStepText(step, share, state);
  const at = step === null ? -1 : order.indexOf(step);
  return (
    <div className={styles['steps']}>
      <VisuallyHidden>{text}</VisuallyHidden>
      {order.map((name, index) => (
        <span key={name} className={classNames(styles['step'], styles[lookOf(index, at, state)])}>
          {index === at && state === 'running' && (
            <span
              className={styles['fill']}
              style={{ width: `${Math.round((share ?? 0.5) * 100)}%` }}
            />
          )}
        </span>
      ))}
    </div>
  );
}

function lookOf(
  index: number,
  at: number,
  state: StepsProps['state'],
): 'past' | 'now' | 'bad' | 'ahead' {
  if (state === 'done' || index < at) return 'past';
  if (index > at) return 'ahead';
  return state === 'stopped' ? 'bad' : 'now';
}

function useStepText(
  step: JobStep | null,
  share: number | null,
  state: StepsProps['state'],
): string {
  const t = useTranslate();
  if (state === 'done') return t('steps.done');
  if (step === null) return t('steps.waiting');
  const values = { step: order.indexOf(step) + 1, name: t(`steps.${step}`) };
  if (state === 'stopped') return t('steps.stopped', values);
  return share === null
    ? t('steps.progress', values)
    : t('steps.progressShare', { ...values, share: formatShare(share) });
}
