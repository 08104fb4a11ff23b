// Prompts: what is kept by name with all its wordings, snippets, and every wording that was sent.
import { useEffect, useRef, useState } from 'react';
import { navigate } from '../../app/router.ts';
import { ScreenBody } from '../../app/screen-body.tsx';
import { Toolbar } from '../../app/toolbar.tsx';
import { useStudioCommand, useStudioQuery } from '../../engine/queries.ts';
import { formatCount } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PlusIcon } from '../../ui/icons.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SavedPrompts } from './saved-prompts.tsx';
import { SentPrompts } from './sent-prompts.tsx';

type Place = 'prompt' | 'snippet' | 'sent';

export function PromptsScreen() {
  const t = useTranslate();
  const [chosen, setChosen] = useState<Place | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const saved = useStudioQuery('savedPrompts.list', { kind: 'prompt' });
  const snippets = useStudioQuery('savedPrompts.list', { kind: 'snippet' });
  const counts = useStudioQuery('library.counts', {}).data;
  const add = useStudioCommand('savedPrompts.add');
  const hasSaved = (saved.data?.total ?? 0) > 0;
  const hasSnippets = (snippets.data?.total ?? 0) > 0;
  const place = chosen ?? (hasSaved || counts?.prompts === 0 ? 'prompt' : 'sent');
  const isEmpty = !hasSaved && !hasSnippets && counts?.prompts === 0 && saved.data !== undefined;
  const choice = useRef<HTMLDivElement>(null);
  const isChoosing = useRef(false);
  useEffect(() => {
    // each place draws the choice anew: who chose with the keyboard goes on from there
    if (isChoosing.current) choice.current?.querySelector<HTMLElement>('input:checked')?.focus();
    isChoosing.current = false;
  });
  const addNew = () =>
    add.mutate(
      {
        kind: place === 'snippet' ? 'snippet' : 'prompt',
        title: t('prompts:newTitle'),
        text: t(place === 'snippet' ? 'prompts:newSnippet' : 'prompts:newText'),
      },
      {
        onSuccess: ({ id, kind }) => {
          setChosen(kind);
          setSelected(id);
        },
      },
    );
  const total =
    place === 'sent' ? counts?.prompts : (place === 'prompt' ? saved : snippets).data?.total;
  const switcher = (
    <SegmentedControl<Place>
      ref={choice}
      isLabelHidden
      isWide
      size="sm"
      label={t('prompts:which')}
      segments={[
        { value: 'prompt', label: t('prompts:saved') },
        { value: 'snippet', label: t('prompts:snippets') },
        { value: 'sent', label: t('prompts:sent') },
      ]}
      value={place}
      onChange={(next) => {
        isChoosing.current = true;
        setChosen(next);
      }}
    />
  );
  return (
    <>
      <Toolbar title={t('prompts:title')} note={total ? formatCount(total) : undefined}>
        {place !== 'sent' && (
          <Button size="sm" icon={PlusIcon} busy={add.isPending} onPress={addNew}>
            {t(place === 'snippet' ? 'prompts:addSnippet' : 'prompts:add')}
          </Button>
        )}
      </Toolbar>
      <ScreenBody>
        {isEmpty ? (
          <EmptyState
            title={t('prompts:emptyTitle')}
            text={t('prompts:emptyText')}
            actions={
              <Button variant="primary" onPress={() => navigate({ screen: 'create' })}>
                {t('prompts:emptyAction')}
              </Button>
            }
          />
        ) : place === 'sent' ? (
          <SentPrompts switcher={switcher} />
        ) : (
          <SavedPrompts
            key={place}
            kind={place}
            switcher={switcher}
            selected={selected}
            onSelect={setSelected}
          />
        )}
      </ScreenBody>
    </>
  );
}
