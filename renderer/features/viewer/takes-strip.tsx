// The takes of one prompt in a row under the player; the one on the stage is marked.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { formatRoute } from '../../app/router.ts';
import { mediaUrl } from '../../engine/media.ts';
import { FirstFrame } from '../../clip/first-frame.tsx';
import { formatClock } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Poster } from '../../ui/poster.tsx';
import styles from './takes-strip.module.css';

export interface TakesStripProps {
  readonly takes: readonly GenerationSummary[];
  readonly current: string;
  readonly takeCount: number;
}

function takeWords(t: Translate, number: number, verdict: GenerationSummary['verdict']): string {
  const take = t('viewer:take', { number });
  if (verdict === null) return take;
  return t(verdict === 'good' ? 'feedback:takeGood' : 'feedback:takePoor', { take });
}

export function TakesStrip({ takes, current, takeCount }: TakesStripProps) {
  const t = useTranslate();
  const ready = takes.filter(({ output }) => output !== null).length;
  return (
    <nav aria-label={t('viewer:takes')} className={styles['strip']}>
      <div className={styles['words']}>
        <span className={styles['title']}>{t('viewer:takes')}</span>
        <span className={styles['count']}>{t('viewer:readyOf', { ready, total: takeCount })}</span>
      </div>
      {takes.map(({ id, take, output, status, progress, verdict }) => (
        <a
          key={id}
          href={formatRoute({ screen: 'viewer', id })}
          aria-current={id === current || undefined}
          className={styles['take']}
        >
          <Poster
            alt=""
            src={output?.hasPoster ? mediaUrl('poster', output.id) : null}
            duration={output ? formatClock(output.durationMs) : undefined}
            isSelected={id === current}
            working={output ? undefined : { label: t(`status:${status}`), share: progress }}
          >
            {output && !output.hasPoster && (
              <FirstFrame src={mediaUrl('output', output.id)} alt="" />
            )}
          </Poster>
          <span>{takeWords(t, take, verdict)}</span>
        </a>
      ))}
    </nav>
  );
}
