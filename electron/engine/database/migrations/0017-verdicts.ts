// What a person thinks of a result, and whether the cloud was told. Frozen once released.

export const verdicts = `
alter table generation add column verdict text check (verdict in ('good', 'poor'));
alter table generation add column verdict_reason text;
alter table generation add column verdict_place text not null default 'here' check (verdict_place in ('here', 'sending', 'sent'));
alter table generation add column verdict_sent_at integer;
alter table generation add column verdict_erasure_id text;
create index generation_by_verdict_erasure on generation (verdict_erasure_id) where verdict_erasure_id is not null;
`;
