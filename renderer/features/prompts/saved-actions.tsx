// What can be done with a kept prompt: make clips with it, mark it, copy it as another one, erase it.
import { useState } from 'react';
import type { SavedPromptDetail } from '#shared/contract/saved-prompts.ts';
import { navigate } from '../../app/router.ts';
import { useStudioCommand } from '../../engine/queries.ts';
import { formatCount } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { CopyIcon, CreateIcon, MoreIcon, StarIcon, TrashIcon } from '../../ui/icons.ts';
import { Menu } from '../../ui/menu.tsx';

export interface SavedActionsProps {
  readonly prompt: SavedPromptDetail;
  readonly isChanged: boolean;
  readonly onSave: () => Promise<void>;
  readonly onGo: (id: string | null) => void;
}

export function SavedActions({ prompt, isChanged, onSave, onGo }: SavedActionsProps) {
  const t = useTranslate();
  const [isAsking, setAsking] = useState(false);
  const change = useStudioCommand('savedPrompts.change');
  const duplicate = useStudioCommand('savedPrompts.duplicate');
  const erase = useStudioCommand('savedPrompts.erase');
  const { id, title, kind, isFavourite, versions } = prompt;
  const use = async () => {
    if (isChanged) await onSave();
    navigate({ screen: 'create', saved: id });
  };
  return (
    <>
      <IconButton
        label={t(isFavourite ? 'prompts:unfavourite' : 'prompts:favourite')}
        glyph={StarIcon}
        isFilled={isFavourite}
        isOn={isFavourite}
        onPress={() => change.mutate({ id, isFavourite: !isFavourite })}
      />
      <Menu
        label={t('more')}
        trigger={<IconButton label={t('more')} glyph={MoreIcon} />}
        actions={[
          {
            id: 'duplicate',
            label: t('prompts:duplicate'),
            icon: CopyIcon,
            onAction: () => duplicate.mutate({ id }, { onSuccess: (copy) => onGo(copy.id) }),
          },
          {
            id: 'erase',
            label: t('prompts:erase'),
            icon: TrashIcon,
            isDestructive: true,
            onAction: () => setAsking(true),
          },
        ]}
      />
      {kind === 'prompt' && (
        <Button variant="primary" icon={CreateIcon} onPress={() => void use()}>
          {t('prompts:use')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t('prompts:eraseTitle', { title })}
        description={t('prompts:eraseText', {
          count: versions.length + 1,
          figure: formatCount(versions.length + 1),
        })}
        confirmLabel={t('prompts:eraseConfirm')}
        isDestructive
        busy={erase.isPending}
        onConfirm={() =>
          erase.mutate(
            { id },
            {
              onSuccess: () => {
                setAsking(false);
                onGo(null);
              },
            },
          )
        }
      />
    </>
  );
}
