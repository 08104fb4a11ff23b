// A library without clips: what will be here, and prompts to start from.
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PromptIcon } from '../../ui/icons.ts';
import styles from './create-empty.module.css';
import type { ResultPaneProps } from './result-pane.tsx';

const samples = ['Neon', 'Lighthouse', 'Balloons', 'Jelly', 'Cabin'] as const;

export function CreateEmpty({ composer, onEditPrompt }: ResultPaneProps) {
  const t = useTranslate();
  const isDemo = composer.cloud?.service?.kind !== 'hosted';
  const start = (prompt: string) => {
    composer.change({ type: 'prompt', prompt });
    onEditPrompt();
  };
  return (
    <section aria-label={t('create:result')} className={styles['pane']}>
      <EmptyState
        hasFrames
        title={t('create:emptyTitle')}
        text={t(isDemo ? 'create:emptyTextDemo' : 'create:emptyText')}
        examples={
          <>
            <p className={styles['lead']}>{t('create:tryPrompt')}</p>
            <ul className={styles['samples']}>
              {samples.map((name) => (
                <li key={name}>
                  <Button
                    isWide
                    variant="ghost"
                    icon={PromptIcon}
                    className={styles['sample']}
                    onPress={() => start(t(`create:sample${name}`))}
                  >
                    {t(`create:sample${name}`)}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        }
      />
    </section>
  );
}
