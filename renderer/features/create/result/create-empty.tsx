// A library without clips: what will be here, and prompts to start from.
import { isDemo } from '#shared/domain/demo.ts';
import { Button } from 'react-aria-components';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MediaFrame } from '../../../ui/media-frame.tsx';
import styles from './create-empty.module.css';
import aurora from './samples/aurora.jpg';
import balloons from './samples/balloons.jpg';
import cabin from './samples/cabin.jpg';
import jelly from './samples/jelly.jpg';
import lighthouse from './samples/lighthouse.jpg';
import neon from './samples/neon-rain.jpg';
import type { Composer } from '../composer/use-composer.ts';

const samples = [
  { name: 'Neon', src: neon },
  { name: 'Lighthouse', src: lighthouse },
  { name: 'Balloons', src: balloons },
  { name: 'Jelly', src: jelly },
  { name: 'Cabin', src: cabin },
  { name: 'Aurora', src: aurora },
] as const;

export interface CreateEmptyProps {
  readonly composer: Composer;
  readonly onEditPrompt: () => void;
}

export function CreateEmpty({ composer, onEditPrompt }: CreateEmptyProps) {
  const t = useTranslate();
  const service = composer.cloud?.service;
  const start = (prompt: string) => {
    composer.change({ type: 'prompt', prompt });
    onEditPrompt();
  };
  return (
    <section aria-label={t('create:result')} className={styles['pane']}>
      <EmptyState
        title={t('create:emptyTitle')}
        text={t(!service || isDemo(service) ? 'create:emptyTextDemo' : 'create:emptyText')}
        examples={
          <>
            <p className={styles['lead']}>{t('create:tryPrompt')}</p>
            <ul className={styles['samples']}>
              {samples.map(({ name, src }) => (
                <li key={name}>
                  <Button
                    className={styles['sample'] ?? ''}
                    onPress={() => start(t(`create:sample${name}`))}
                  >
                    <MediaFrame fit="cover">
                      <img src={src} alt="" draggable={false} />
                    </MediaFrame>
                    <span className={styles['words']}>{t(`create:sample${name}`)}</span>
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
