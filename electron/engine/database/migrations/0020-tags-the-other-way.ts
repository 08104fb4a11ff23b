// The order by tags the other way round, in which clips without a tag come last as well. Frozen once released.

export const tagsTheOtherWay = `
create index words_by_tag_reversed on generation_words
  (case first_tag when '\u{10FFFF}' then '' else first_tag end, sequence);
`;
