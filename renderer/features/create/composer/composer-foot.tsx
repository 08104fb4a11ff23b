// The foot of the composer: what stands in the way, where it goes, what it costs, and the one button.
import { isMac } from '../../../app/platform.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { formatCount, formatCredits } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { CloudOffIcon, CreditsIcon, ProblemIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import styles from './composer-foot.module.css';
import type { Cost } from './cost.ts';
import { Destination } from './destination.tsx';
import type { Composer } from './use-composer.ts';
import type { ImageFacts } from '../images/use-images.ts';

export interface ComposerFootProps {
  readonly composer: Composer;
  readonly facts: ImageFacts;
  readonly onGenerate: () => void;
}

export function ComposerFoot({ composer, facts, onGenerate }: ComposerFootProps) {
  const t = useTranslate();
  const { cost, cloud, composition, isSending, error } = composer;
  return (
    <footer className={styles['foot']}>
      {error && (
        <Note icon={ProblemIcon} tone="danger" isAlert>
          {errorWords(t, error)}
        </Note>
      )}
      {cost?.shortage && <Shortage composer={composer} cost={cost} />}
      {cloud?.reachable === 'no' && cloud.service && (
        <Note icon={CloudOffIcon}>{t('create:offline')}</Note>
      )}
      <Destination composer={composer} facts={facts} />
      <div className={styles['go']}>
        <div className={styles['cost']}>
          {cost && (
            <>
              <p className={styles['price']}>{formatCredits(cost.totalCredits)}</p>
              <p className={styles['after']}>{costLine(t, cost)}</p>
            </>
          )}
        </div>
        <Button
          variant="primary"
          size="lg"
          shortcut={isMac(navigator) ? '⌘↵' : 'Ctrl ↵'}
          busy={isSending}
          isDisabled={!composition}
          onPress={onGenerate}
        >
          {cost && cost.clips > cost.takes
            ? t('compose:generateMany', { count: cost.clips })
            : t('create:generate')}
        </Button>
      </div>
    </footer>
  );
}

function Shortage({ composer, cost }: { readonly composer: Composer; readonly cost: Cost }) {
  const t = useTranslate();
  if (!cost.shortage) return null;
  const { freeCredits, affordableTakes } = cost.shortage;
  return (
    <Note icon={CreditsIcon} tone="warning" isAlert={composer.isShortageStressed}>
      {t('create:shortage', {
        needed: formatCredits(cost.totalCredits),
        free: formatCount(freeCredits),
      })}{' '}
      {affordableTakes > 0 ? (
        <TextLink onPress={() => composer.change({ type: 'takes', takes: affordableTakes })}>
          {t('create:makeInstead', { count: affordableTakes })}
        </TextLink>
      ) : (
        t('create:shortageShorter')
      )}
    </Note>
  );
}

function costLine(t: Translate, cost: Cost): string {
  const { takes, clips, seconds, leftCredits, shortage } = cost;
  const left = leftCredits === null ? null : formatCount(leftCredits);
  if (clips > takes) return batchLine(t, cost, shortage ? null : left);
  if (left === null || shortage) {
    return seconds === null
      ? t('create:takesOnly', { count: takes })
      : t('create:costUnknown', { takes, seconds });
  }
  return seconds === null
    ? t('create:costPlain', { count: takes, left })
    : t('create:costEach', { takes, seconds, left });
}

/** `6 prompts × 2 takes · 1,328 left`; of one take each, `6 prompts · 1,328 left`. */
function batchLine(t: Translate, { clips, takes }: Cost, left: string | null): string {
  const prompts = clips / takes;
  const ofPrompts = t('compose:prompts', { count: prompts, figure: formatCount(prompts) });
  const ofTakes = t('compose:takes', { count: takes, figure: formatCount(takes) });
  const asked =
    takes === 1 ? ofPrompts : t('compose:batch', { prompts: ofPrompts, takes: ofTakes });
  return left === null ? asked : t('compose:batchCost', { asked, left });
}
