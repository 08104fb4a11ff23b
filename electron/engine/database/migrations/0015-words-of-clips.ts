// The words of clips get a table of their own and the search index keeps no copy of them, so that the part of it that is about tags can
// be written alone. A tag is one sign in it: a character that no text has there, and the number of the tag. Frozen once released.
import type { Database as Connection } from 'better-sqlite3';
import { segmentText } from '../../library/search-text.ts';

export const wordsOfClips = `
create table generation_words (
  sequence integer primary key references generation (sequence) on delete cascade,
  prompt text not null,
  title text not null,
  notes text not null,
  tags text not null
) strict;
insert into generation_words (sequence, prompt, title, notes, tags)
  select s.id, replace(s.c0, char(57344), ' '), replace(s.c1, char(57344), ' '), replace(s.c2, char(57344), ' '),
    coalesce((select group_concat(char(57344) || tag_id, ' ' order by tag_id) from generation_tag
      where generation_sequence = s.id), '')
  from generation_search_content s join generation g on g.sequence = s.id order by s.id;

drop table generation_search;
create virtual table generation_search using fts5 (
  prompt, title, notes, tags,
  tokenize = "unicode61 remove_diacritics 2",
  content = '',
  columnsize = 0
);
insert into generation_search (generation_search, rank) values ('secure-delete', 1);
insert into generation_search (rowid, prompt, title, notes, tags)
  select sequence, prompt, title, notes, tags from generation_words order by sequence;

create trigger generation_words_removed after delete on generation_words
begin
  insert into generation_search (generation_search, rowid, prompt, title, notes, tags)
    values ('delete', old.sequence, old.prompt, old.title, old.notes, old.tags);
end;

create virtual table tag_search using fts5 (
  name,
  tokenize = "unicode61 remove_diacritics 2",
  columnsize = 0
);
insert into tag_search (tag_search, rank) values ('secure-delete', 1);
create trigger tag_removed after delete on tag
begin
  delete from tag_search where rowid = old.id;
end;
`;

interface TagRow {
  readonly id: number;
  readonly name: string;
}

/** Text is segmented outside SQL. */
export function indexTagNames(connection: Connection): void {
  const add = connection.prepare('insert into tag_search (rowid, name) values (?, ?)');
  const tags = connection.prepare('select id, name from tag order by id').all() as TagRow[];
  for (const { id, name } of tags) add.run(id, segmentText(name));
}
