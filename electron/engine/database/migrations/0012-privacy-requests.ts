// Requests about one's own data that the user wrote to support. Frozen once released.

export const privacyRequests = `
create table privacy_request (
  id text primary key,
  kind text not null,
  text text not null,
  written_at integer not null,
  sent_at integer, -- when the user said that the mail went off
  answered_at integer,
  answer text not null default ''
) strict, without rowid;
`;
