// Where each unfinished job stands in the queue: an order that people can change, pauses, and crashes that it may have caused.
// A table of its own, since only a few rows of a large library ever have a place. Frozen once released.

export const queuePlaces = `
create table queue_place (
  generation_sequence integer primary key references generation (sequence) on delete cascade,
  model_id text not null,
  rank real not null,
  is_paused integer not null default 0 check (is_paused in (0, 1)),
  crash_count integer not null default 0 -- times in a row that the engine died while it worked on this job
) strict;
create index queue_place_by_rank on queue_place (rank, generation_sequence);
create index queue_place_of_model on queue_place (model_id, is_paused, rank, generation_sequence);

insert into queue_place (generation_sequence, model_id, rank)
select sequence, model_id, sequence from generation
where status in ('queued', 'uploading', 'submitting', 'rendering', 'downloading');

drop index generation_queue;
`;
