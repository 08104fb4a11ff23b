// What people keep to write with, which clips came of it, which clip a clip goes on from, and images that stand for others. Frozen
// once released.

export const promptLibrary = `
create table saved_prompt (
  sequence integer primary key,
  id text not null unique,
  kind text not null check (kind in ('prompt', 'snippet')),
  title text not null,
  text text not null,
  variables text not null check (json_valid(variables)),
  tags text not null check (json_valid(tags)),
  versions text not null check (json_valid(versions)), -- earlier wordings, oldest first
  is_favourite integer not null default 0 check (is_favourite in (0, 1)),
  created_at integer not null,
  worded_at integer not null,
  updated_at integer not null
) strict;
create index saved_prompt_by_change on saved_prompt (kind, is_favourite, updated_at);

create virtual table saved_prompt_search using fts5 (
  title, text, tags,
  tokenize = "unicode61 remove_diacritics 2",
  columnsize = 0
);
insert into saved_prompt_search (saved_prompt_search, rank) values ('secure-delete', 1);

-- What was erased here does not come back with an archive.
create trigger saved_prompt_buried after delete on saved_prompt
begin
  insert or ignore into tombstone (kind, reference, at)
    values ('saved-prompt', old.id, cast(unixepoch('subsec') * 1000 as integer));
  delete from saved_prompt_search where rowid = old.sequence;
end;

-- No references: what is kept may go, and clips still say what they came of.
alter table generation add column saved_prompt_id text;
create index generation_by_saved_prompt on generation (saved_prompt_id, sequence)
  where saved_prompt_id is not null;

-- The video that a clip goes on from, by its content, wherever it is at that time.
alter table generation add column source_sha256 text;
create index output_by_content on output (sha256);

alter table asset add column replaced_by text; -- content of the image that new clips use instead
`;
