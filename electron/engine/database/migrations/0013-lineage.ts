// Finds what came of a clip without looking at every other one. Frozen once released.

export const lineage = `
create index generation_by_parent on generation (parent_id, sequence) where parent_id is not null;
`;
