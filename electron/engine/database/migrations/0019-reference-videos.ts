// Finds the videos that serve as reference: the user's own, and those that clips go on from. Frozen once released.

export const referenceVideos = `
create index generation_imported on generation (sequence) where kind = 'imported';
create index generation_by_source on generation (source_sha256, sequence) where source_sha256 is not null;
`;
