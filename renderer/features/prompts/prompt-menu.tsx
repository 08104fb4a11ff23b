// The menu of a prompt at the pointer, or at the one with the focus.
import { useClipActions } from '../../clip/use-clip-actions.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { CopyIcon, CreateIcon } from '../../ui/icons.ts';
import { ContextMenu, type ContextMenuProps, type MenuAction } from '../../ui/menu.tsx';

export interface OpenPromptMenu {
  readonly id: string;
  readonly at: NonNullable<ContextMenuProps['at']>;
}

export interface PromptMenuProps {
  /** `null` while it is closed. */
  readonly menu: OpenPromptMenu | null;
  readonly textOf: (id: string) => string | null;
  /** `null` for what no clip starts with, such as a snippet. */
  readonly onUse: ((id: string, text: string) => void) | null;
  readonly more?: readonly MenuAction[];
  readonly onClose: () => void;
}

export function PromptMenu({ menu, textOf, onUse, more = [], onClose }: PromptMenuProps) {
  const t = useTranslate();
  const { copy } = useClipActions();
  const text = menu && textOf(menu.id);
  const use: MenuAction[] =
    menu && text !== null && onUse
      ? [
          {
            id: 'use',
            label: t('prompts:use'),
            icon: CreateIcon,
            onAction: () => onUse(menu.id, text),
          },
        ]
      : [];
  return (
    <ContextMenu
      label={t('assetMenu:prompt')}
      at={text === null ? null : (menu?.at ?? null)}
      onClose={onClose}
      actions={[
        ...use,
        {
          id: 'copy',
          label: t('viewer:copyPrompt'),
          icon: CopyIcon,
          onAction: () => copy(text ?? ''),
        },
        ...more,
      ]}
    />
  );
}
