-- The log. Every key begins with the plan, and nothing crosses plans: no sequence, no foreign key. If the setting
-- frist.partitions is above 0, the tables are partitioned by a hash of the plan.
do $migration$
declare
  partitions integer := coalesce(nullif(current_setting('frist.partitions', true), ''), '0')::integer;
  partitioned text := case when partitions > 0 then ' partition by hash (plan)' else '' end;
  relation text;
begin
  -- A plan numbers its own events under the lock of its row, so that no reader skips an event that commits late.
  execute $table$
    create table frist.plan (
      plan text collate "C" not null primary key,
      head bigint not null,
      recorded_at bigint not null
    )
  $table$ || partitioned;

  -- Content and salt are null once erased; their digest and the leaf remain. Times are milliseconds since 1970. Content
  -- is the exact bytes that the leaf covers. The first event of a batch has the size of the batch, by which a repeated
  -- batch is found. frist.append refuses invalid fields: as constraints here, the checks would cost more than the rest
  -- of an append.
  execute $table$
    create table frist.event (
      plan text collate "C" not null,
      position bigint not null,
      activity text collate "C",
      type text collate "C" not null,
      effective_on text collate "C" not null,
      recorded_at bigint not null,
      actor text collate "C" not null,
      batch text collate "C" not null,
      provenance text collate "C" not null,
      source_document text collate "C",
      source_sha256 text collate "C",
      source_table text collate "C",
      source_row bigint,
      source_column text collate "C",
      batch_size integer,
      content bytea,
      salt bytea,
      leaf bytea not null,
      digest bytea,
      primary key (plan, position)
    )
  $table$ || partitioned;

  create unique index batch_is_recorded_once on frist.event (plan, batch) where batch_size is not null;

  if partitions > 0 then
    foreach relation in array array['plan', 'event'] loop
      for remainder in 0 .. partitions - 1 loop
        execute format(
          'create table frist.%I partition of frist.%I for values with (modulus %s, remainder %s)',
          relation || '_' || remainder, relation, partitions, remainder
        );
      end loop;
    end loop;
  end if;

  -- The planner's statistics would show the contents of a table, hidden rows included, to everyone who may EXPLAIN a
  -- query. Everything here is found by its key, so no statistics are kept.
  alter table frist.plan alter plan set statistics 0, alter head set statistics 0, alter recorded_at set statistics 0;
  alter table frist.event alter plan set statistics 0, alter position set statistics 0, alter activity set statistics 0,
    alter type set statistics 0, alter effective_on set statistics 0, alter recorded_at set statistics 0,
    alter actor set statistics 0, alter batch set statistics 0, alter provenance set statistics 0,
    alter source_document set statistics 0, alter source_sha256 set statistics 0, alter source_table set statistics 0,
    alter source_row set statistics 0, alter source_column set statistics 0, alter batch_size set statistics 0,
    alter content set statistics 0, alter salt set statistics 0, alter leaf set statistics 0, alter digest set statistics 0;

  create view frist.batch with (security_invoker = true) as
    select plan, batch, position as first, position + batch_size - 1 as last, recorded_at, actor
    from frist.event
    where batch_size is not null;
end
$migration$
