// The first run: three questions on one page, answered ones fold to a line. Nothing is kept before Start.
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useStudioCommand, useStudioQuery } from '../../engine/queries.ts';
import { errorWords } from '../../engine/error-words.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ShieldIcon } from '../../ui/icons.ts';
import styles from './first-run.module.css';
import { FirstRunStep, type StepState } from './first-run-step.tsx';
import ridges from './ridges-dawn.jpg';
import { TooYoungScreen } from './too-young-screen.tsx';
import { WipeReceiptNote } from './wipe-receipt-note.tsx';

type Question = 'age' | 'place' | 'mode';
const order: readonly Question[] = ['age', 'place', 'mode'];

export function FirstRunScreen() {
  const t = useTranslate();
  const [question, setQuestion] = useState<Question>('age');
  const [isTooYoung, setTooYoung] = useState(false);
  const info = useStudioQuery('shell.info', {});
  const stateOf = (own: Question): StepState => {
    if (own === question) return 'now';
    return order.indexOf(own) < order.indexOf(question) ? 'done' : 'later';
  };
  if (isTooYoung) return <TooYoungScreen onBack={() => setTooYoung(false)} />;
  return (
    <div className={styles['page']}>
      <div className={styles['art']} aria-hidden="true">
        <img src={ridges} alt="" className={styles['picture']} />
        <p className={styles['caption']}>{t('firstRun:artCaption')}</p>
      </div>
      <div className={styles['form']}>
        <div className={styles['column']}>
          <h1 className={styles['title']}>{t('firstRun:title')}</h1>
          <p className={styles['lead']}>{t('firstRun:lead')}</p>
          {info.data?.wipeReceipt && <WipeReceiptNote receipt={info.data.wipeReceipt} />}
          <FirstRunStep
            number={1}
            state={stateOf('age')}
            title={question === 'age' ? t('firstRun:ageQuestion') : t('firstRun:ageTitle')}
            text={t('firstRun:ageText')}
            doneText={t('firstRun:ageDone')}
            onChange={() => setQuestion('age')}
          >
            <ChoiceCards
              label={t('firstRun:ageQuestion')}
              value={null}
              cards={[
                { value: 'yes', title: t('firstRun:ageYes'), note: t('firstRun:ageYesNote') },
                { value: 'no', title: t('firstRun:ageNo'), note: t('firstRun:ageNoNote') },
              ]}
              onChange={(answer) => (answer === 'yes' ? setQuestion('place') : setTooYoung(true))}
            />
          </FirstRunStep>
          <PlaceStep state={stateOf('place')} go={setQuestion} label={info.data?.libraryLabel} />
          <ModeStep state={stateOf('mode')} />
          <p className={styles['privacy']}>
            <Icon glyph={ShieldIcon} size={14} />
            {t('firstRun:privacy')}
          </p>
        </div>
      </div>
    </div>
  );
}

interface PlaceStepProps {
  readonly state: StepState;
  readonly go: (question: Question) => void;
  readonly label: string | undefined;
}

function PlaceStep({ state, go, label = '' }: PlaceStepProps) {
  const t = useTranslate();
  const client = useQueryClient();
  const choose = useStudioCommand('dialogs.chooseLibrary');
  const chooseFolder = async () => {
    const { changed } = await choose.mutateAsync({});
    if (!changed) return;
    await client.invalidateQueries({ queryKey: ['shell.info'] });
    go('mode');
  };
  return (
    <FirstRunStep
      number={2}
      state={state}
      title={t('firstRun:placeTitle')}
      text={t('firstRun:placeText')}
      doneText={t('firstRun:placeDone', { folder: label })}
      onChange={() => go('place')}
    >
      <p className={styles['place']}>{label}</p>
      <div className={styles['buttons']}>
        <Button onPress={() => go('mode')}>{t('firstRun:placeKeep')}</Button>
        <Button variant="ghost" busy={choose.isPending} onPress={() => void chooseFolder()}>
          {t('firstRun:placeChoose')}
        </Button>
      </div>
    </FirstRunStep>
  );
}

function ModeStep({ state }: { readonly state: StepState }) {
  const t = useTranslate();
  const client = useQueryClient();
  const confirm = useStudioCommand('profile.confirmAge');
  const start = async () => {
    const profile = await confirm.mutateAsync({});
    client.setQueryData(['profile.get', {}], profile);
  };
  return (
    <FirstRunStep
      number={3}
      state={state}
      title={t('firstRun:modeTitle')}
      text={t('firstRun:modeText')}
      doneText=""
    >
      <ChoiceCards
        label={t('firstRun:modeTitle')}
        value="demo"
        cards={[{ value: 'demo', title: t('firstRun:demo'), note: t('firstRun:demoText') }]}
        onChange={() => undefined}
      />
      {confirm.error && (
        <p role="alert" className={styles['problem']}>
          {errorWords(t, confirm.error)}
        </p>
      )}
      <div className={styles['start']}>
        <Button variant="primary" size="lg" busy={confirm.isPending} onPress={() => void start()}>
          {t('firstRun:start')}
        </Button>
      </div>
    </FirstRunStep>
  );
}
