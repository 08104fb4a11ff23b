// Moving the library to another folder: asked for, followed, cancelled, and what to do about a move that was cut off.
import { useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { MoveState } from '#shared/contract/move.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { TaskProgress } from '../../../tasks/task-progress.tsx';
import { useTask } from '../../../tasks/use-task.ts';
import { Button } from '../../../ui/button.tsx';
import { FolderIcon } from '../../../ui/icons.ts';
import { useToasts } from '../../../ui/toast.tsx';
import { errorWords } from '../../../engine/error-words.ts';
import { RowButtons } from './row-buttons.tsx';
import type { Row } from '../sections/section.ts';
import { useRowCommand } from '../use-row-command.ts';

const clearingLookMs = 2000;

export function useMoveRow(): Row {
  const t = useTranslate();
  const move = useStudioQuery('library.moveState', {}).data ?? { state: 'none', label: '' };
  const followed = useTask('move', null);
  const isRunning = followed.task?.state === 'running';
  const { problem, ...ways } = useWays(useArrival());
  useLookAgain(move.state === 'clearing');
  const failure = followed.error === null ? undefined : errorWords(t, followed.error);
  const note = noteWords(t, move, isRunning);
  return {
    id: 'move',
    title: t('settings:moveTitle'),
    note,
    ...(move.state === 'interrupted' && !isRunning && { tone: 'warning' as const }),
    words: t('settings:moveWords'),
    problem: problem ?? failure,
    control: <MoveControl move={move} isRunning={isRunning} {...ways} />,
    ...(isRunning &&
      followed.task && {
        below: (
          <TaskProgress
            label={t(
              followed.task.phase === 'copying'
                ? 'settings:movePhase.copying'
                : 'settings:movePhase.counting',
            )}
            task={followed.task}
            pace={followed.pace}
            onCancel={followed.cancel}
          />
        ),
      }),
  };
}

function noteWords(t: Translate, { state, label }: MoveState, isRunning: boolean): string {
  if (isRunning || state === 'copying') return t('settings:movingTo', { place: label });
  if (state === 'interrupted') return t('settings:moveInterrupted', { place: label });
  if (state === 'clearing') return t('settings:moveClearing', { place: label });
  return t('settings:moveNote');
}

interface Ways {
  readonly isBusy: boolean;
  readonly onMove: () => void;
  readonly onContinue: () => void;
  readonly onDiscard: () => void;
}

function MoveControl(props: Ways & { readonly move: MoveState; readonly isRunning: boolean }) {
  const t = useTranslate();
  const { move, isRunning, isBusy, onMove, onContinue, onDiscard } = props;
  if (isRunning || move.state === 'clearing' || move.state === 'copying') return null;
  if (move.state === 'interrupted') {
    return (
      <RowButtons>
        <Button
          size="sm"
          variant="ghost"
          aria-label={t('settings:discardMove')}
          onPress={onDiscard}
        >
          {t('settings:moveDiscard')}
        </Button>
        <Button
          size="sm"
          aria-label={t('settings:continueMove')}
          busy={isBusy}
          onPress={onContinue}
        >
          {t('settings:moveContinue')}
        </Button>
      </RowButtons>
    );
  }
  return (
    <Button size="sm" aria-label={t('settings:moveLibrary')} busy={isBusy} onPress={onMove}>
      {t('settings:move')}
    </Button>
  );
}

function useWays(onBegin: () => void): Ways & { readonly problem: string | undefined } {
  const client = useQueryClient();
  const choose = useRowCommand('dialogs.chooseMoveTarget');
  const move = useRowCommand('library.move');
  const goOn = useRowCommand('library.continueMove');
  const discard = useRowCommand('library.discardMove');
  const look = () => {
    for (const name of ['library.moveState', 'tasks.list']) {
      void client.invalidateQueries({ queryKey: [name] });
    }
  };
  return {
    isBusy: choose.isBusy || move.isBusy || goOn.isBusy,
    problem: choose.problem ?? move.problem ?? goOn.problem ?? discard.problem,
    onMove: () =>
      choose.run({}, ({ grantId }) => {
        if (grantId === null) return;
        onBegin();
        move.run({ grantId }, look);
      }),
    onContinue: () => {
      onBegin();
      goOn.run({}, look);
    },
    onDiscard: () => discard.run({}, look),
  };
}

/** The old folder is emptied in the background, and nothing tells when that is done. */
function useLookAgain(isClearing: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isClearing) return undefined;
    const timer = setInterval(
      () => void client.invalidateQueries({ queryKey: ['library.moveState'] }),
      clearingLookMs,
    );
    return () => clearInterval(timer);
  }, [isClearing, client]);
}

/** Says where the library is once it is there, after a move that was begun here. */
function useArrival(): () => void {
  const t = useTranslate();
  const toasts = useToasts();
  const label = useStudioQuery('shell.info', {}).data?.libraryLabel;
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (before.current === null || label === undefined || before.current === label) return;
    before.current = null;
    toasts.show({ text: t('settings:libraryOpened', { place: label }), icon: FolderIcon });
  }, [label, toasts, t]);
  return () => {
    before.current = label ?? null;
  };
}
