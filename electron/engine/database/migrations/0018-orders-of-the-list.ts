// The orders of the list's headings: by model, by shape, by tag. The first of a clip's tags is kept with its words, which are written
// anyway when its tags change; without a tag it stands last. Frozen once released.

export const ordersOfTheList = `
create index clip_by_model_name on generation (lower(model_name), sequence)
  where status = 'ready' and trashed_at is null;
create index output_by_ratio on output (width * 1000 / max(height, 1), generation_sequence) where position = 0;
alter table generation_words add column first_tag text not null default '\u{10FFFF}';
update generation_words set first_tag = (
    select min(lower(tag.name)) from generation_tag gt join tag on tag.id = gt.tag_id
    where gt.generation_sequence = generation_words.sequence)
  where tags <> '' and exists (select 1 from generation_tag where generation_sequence = generation_words.sequence);
create index words_by_tag on generation_words (first_tag, sequence);
`;
