// Files by their name, with their size: clips may share one, and the sum counts it once. Frozen once released.

export const filesOfClips = `
create index output_by_file on output (file_path, size_bytes);
`;
