// The keys that exist, by where they work. Those of commands can be changed; the others belong to the place that they work in.
import { type CommandId, commandIds, commandIdsOn, commands, keysOf } from '#shared/commands.ts';
import { formatAccelerator } from '#shared/domain/accelerator.ts';
import { isMac, isWindows } from '../../../app/platform.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { KeyboardIcon } from '../../../ui/icons.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { KeysButton } from '../keys/keys-button.tsx';
import { RowButtons } from '../rows/row-buttons.tsx';
import type { Row, RowGroup, Section } from './section.ts';
import {
  compareKeys,
  createKeys,
  everywhereKeys,
  libraryKeys,
  type Shortcut,
  viewerKeys,
} from '../keys/shortcuts.ts';
import { type PreferenceState, usePreference } from '../use-preference.ts';

export function useShortcutsSection(): Section {
  const t = useTranslate();
  const onMac = isMac(navigator);
  const chosen = usePreference('shortcuts');
  const rowsOf = (list: readonly (Shortcut & { readonly id: ShortcutId })[]) =>
    list.map(({ id, keys }) => ({
      id,
      title: t(`settings:key.${id}`),
      words: keys.join(' '),
      control: <Keys keys={keys} or={t('settings:or')} />,
    }));
  const group = (id: string, title: string, rows: readonly Row[]): RowGroup => ({
    id,
    title,
    isDense: true,
    rows,
  });
  return {
    id: 'shortcuts',
    title: t('settings:shortcuts'),
    icon: KeyboardIcon,
    words: t('settings:shortcutsWords'),
    groups: [
      group(
        'commands',
        t('settings:commands'),
        commandIdsOn({ isWindows: isWindows(navigator) }).map((id) =>
          commandRow(t, id, chosen, onMac),
        ),
      ),
      group('everywhere', t('settings:everywhere'), rowsOf(everywhereKeys(onMac))),
      group('create', t('settings:inCreate'), rowsOf(createKeys(onMac))),
      group('library', t('settings:inLibrary'), rowsOf(libraryKeys(onMac))),
      group('viewer', t('settings:inViewer'), rowsOf(viewerKeys)),
      group('compare', t('settings:inCompare'), rowsOf(compareKeys)),
    ],
  };
}

type ShortcutId =
  | ReturnType<typeof everywhereKeys>[number]['id']
  | ReturnType<typeof createKeys>[number]['id']
  | ReturnType<typeof libraryKeys>[number]['id']
  | (typeof viewerKeys)[number]['id']
  | (typeof compareKeys)[number]['id'];

function commandName(t: Translate, id: CommandId): string {
  const { label } = commands[id];
  return id.startsWith('go.') ? t('settings:goToPlace', { place: label }) : label;
}

function commandRow(
  t: Translate,
  id: CommandId,
  chosen: PreferenceState<'shortcuts'>,
  onMac: boolean,
): Row {
  const keys = keysOf(id, chosen.value);
  const printed = keys === null ? null : formatAccelerator(keys, onMac);
  return {
    id: `command-${id}`,
    title: commandName(t, id),
    words: `${printed ?? ''} ${commands[id].words ?? ''}`,
    problem: id === commandIds[0] ? chosen.problem : undefined,
    control: (
      <RowButtons>
        {printed === null ? null : <Keys keys={[printed]} or="" />}
        <KeysButton id={id} name={commandName(t, id)} preference={chosen} onMac={onMac} />
      </RowButtons>
    ),
  };
}

interface KeysProps {
  readonly keys: readonly string[];
  readonly or: string;
}

/** Drawn for the eye, and said in words for whoever listens. */
function Keys({ keys, or }: KeysProps) {
  return (
    <>
      <VisuallyHidden>{keys.join(` ${or} `)}</VisuallyHidden>
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </>
  );
}
