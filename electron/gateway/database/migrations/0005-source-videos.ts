// Clips that go on from a video, and videos among what is uploaded. Never changed once released: the next change is a new file.
export const sourceVideos = /* sql */ `
alter table generation add column source_sha256 text;
alter table asset add column duration_ms integer; -- null for images
`;
