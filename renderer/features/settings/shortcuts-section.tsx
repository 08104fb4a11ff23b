// The keys that exist, by where they work. Only a list: keys cannot be changed yet.
import { isMac } from '../../app/platform.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { KeyboardIcon } from '../../ui/icons.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { Row, RowGroup, Section } from './section.ts';
import {
  createKeys,
  everywhereKeys,
  libraryKeys,
  placeKeys,
  placesWithKeys,
  type Shortcut,
  viewerKeys,
} from './shortcuts.ts';

export function useShortcutsSection(): Section {
  const t = useTranslate();
  const onMac = isMac(navigator);
  const row = (id: string, title: string, keys: readonly string[]): Row => ({
    id,
    title,
    words: keys.join(' '),
    control: <Keys keys={keys} or={t('settings:or')} />,
  });
  const rowsOf = (list: readonly (Shortcut & { readonly id: ShortcutId })[]) =>
    list.map(({ id, keys }) => row(id, t(`settings:key.${id}`), keys));
  const places = placesWithKeys.map((place) =>
    row(place, t('settings:key.goTo', { place: t(`nav.${place}`) }), [placeKeys(place, onMac)]),
  );
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
      group('everywhere', t('settings:everywhere'), [...rowsOf(everywhereKeys(onMac)), ...places]),
      group('create', t('settings:inCreate'), rowsOf(createKeys(onMac))),
      group('library', t('settings:inLibrary'), rowsOf(libraryKeys(onMac))),
      group('viewer', t('settings:inViewer'), rowsOf(viewerKeys)),
    ],
  };
}

type ShortcutId =
  | ReturnType<typeof everywhereKeys>[number]['id']
  | ReturnType<typeof createKeys>[number]['id']
  | ReturnType<typeof libraryKeys>[number]['id']
  | (typeof viewerKeys)[number]['id'];

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
