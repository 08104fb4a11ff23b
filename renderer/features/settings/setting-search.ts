// Which settings a search leaves. Pure: every word that was typed has to begin a word of the row, of its group or its section.
import type { Row, RowGroup, Section } from './sections/section.ts';

export function findSettings<S extends Section>(sections: readonly S[], search: string): S[] {
  const wanted = wordsOf(search);
  if (wanted.length === 0) return [...sections];
  return sections.flatMap((section) => {
    const groups = section.groups.flatMap((group) => {
      const rows = group.rows.filter((row) => isFound(textOf(section, group, row), wanted));
      return rows.length > 0 ? [{ ...group, rows }] : [];
    });
    return groups.length > 0 ? [{ ...section, groups }] : [];
  });
}

function textOf(section: Section, group: RowGroup, row: Row): string {
  return [section.title, section.words, group.title, row.title, row.note, row.words].join(' ');
}

function isFound(text: string, wanted: readonly string[]): boolean {
  const words = wordsOf(text);
  return wanted.every((part) => words.some((word) => word.startsWith(part)));
}

/** Without case, accents and marks: `Küche, dark` gives `kuche` and `dark`. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
