-- Appends right after a row that the caller names: the frequent case, without locks, repetitions and conflicts. What
-- these functions leave goes to frist.append, also moves and what would go after one. For leaves, the caller gives 32 bytes
-- an event: the hash of what it said.
do $migration$
declare
  -- A function that is bound when it is made needs no search_path, which every call would pay for. Servers before 18 plan
  -- such a function at every call, which costs more.
  is_bound constant boolean := current_setting('server_version_num')::integer >= 180000;
  opened constant text := ' returns table (plan text, batch text, first bigint, last bigint, recorded_at bigint)
    volatile security definer ' || case
      when is_bound then 'language sql begin atomic '
      else 'language plpgsql set search_path = pg_catalog, pg_temp as $body$
        #variable_conflict use_column
        begin return query '
    end;
  closed constant text := case when is_bound then '; end' else '; end $body$' end;
begin
  -- One batch that is one row, right after the row of its plan from in_row to in_after. Nothing is answered if that is
  -- not there, or the plan is locked; if somebody has added another row, the key is refused. The row is found by
  -- equality, written so that the planner has no choice: without statistics, it took another index.
  execute $create$
    create or replace function frist.append_one(
      in_plan text, in_row bigint, in_after bigint, in_batch text, in_actor text, in_size integer, in_activities text,
      in_origins text, in_header text, in_content bytea, in_salt bytea, in_said bytea
    )
  $create$ || opened || $create$
      insert into frist.chunk
      select in_plan, head.last + 1, head.last + in_size, 0, head.stamp, in_batch, in_actor, in_activities, in_origins,
        in_header, in_content, in_salt,
        case
          when in_size = 1 then frist.leaf(head.last + 1, head.stamp, in_said)
          else frist.leaves(head.last, head.stamp, in_size, in_said)
        end
      from (
        select h.last, greatest(h.recorded_at, (date_part('epoch', clock_timestamp()) * 1000)::bigint) as stamp,
          h.first = h.last and frist.is_move(h.header) as is_move
        from frist.chunk h
        where h.plan = in_plan and h.first between in_row and in_row
        order by h.first
        limit 1
      ) head
      where head.last = in_after and not head.is_move and (in_size > 1 or not frist.is_move(in_header))
        and frist.is_row(in_size, in_batch, in_actor, in_activities, in_origins, in_header, in_content, in_salt, in_said)
        and (
          not exists (select from frist.tenant) or (select v is null or in_plan = any (v) from frist.visible_plans() v)
        )
        and pg_try_advisory_xact_lock(hashtextextended(in_plan, (select s.seed from frist.setting s)))
      returning plan, batch, first, last, recorded_at
  $create$ || closed;

  -- The same for many rows, in parallel arrays, those of one batch next to each other. All rows of a plan are recorded,
  -- or none of them.
  execute $create$
    create or replace function frist.append_next(
      in_plans text[], in_rows bigint[], in_afters bigint[], in_batches text[], in_actors text[], in_chunks integer[],
      in_sizes integer[], in_activities text[], in_origins text[], in_headers text[], in_contents bytea[],
      in_salts bytea[], in_saids bytea[]
    )
  $create$ || opened || $create$
      insert into frist.chunk
      select plan, before + 1, before + size,
        -- Null, which no row may have, refuses the whole call.
        case when chunk = 0 or batch_before = batch and chunk_before = chunk - 1 then chunk end,
        stamp, batch, actor, activities, origins, header, content, salt,
        case
          when size = 1 then frist.leaf(before + 1, stamp, said)
          else frist.leaves(before, stamp, size, said)
        end
      from (
        select b.*, head.stamp, (head.last + sum(b.size) over of_plan - b.size)::bigint as before,
          bool_and(coalesce(
            head.last = b.after and not head.is_move and (b.size > 1 or not frist.is_move(b.header))
              and frist.is_row(b.size, b.batch, b.actor, b.activities, b.origins, b.header, b.content, b.salt, b.said)
              and pg_try_advisory_xact_lock(hashtextextended(b.visible, (select s.seed from frist.setting s))),
            false
          )) over (partition by b.plan collate "C") as is_sound,
          lag(b.batch) over of_plan as batch_before, lag(b.chunk) over of_plan as chunk_before
        from (
          -- A plan that is hidden is not looked up, so that it leaves no more traces than one that does not exist.
          select u.*,
            case
              when not exists (select from frist.tenant)
                or (select v is null or u.plan = any (v) from frist.visible_plans() v)
                then u.plan
            end as visible
          from unnest(
            in_plans, in_rows, in_afters, in_batches, in_actors, in_chunks, in_sizes, in_activities, in_origins,
            in_headers, in_contents, in_salts, in_saids
          ) with ordinality u (
            plan, row_, after, batch, actor, chunk, size, activities, origins, header, content, salt, said, nth
          )
        ) b
        left join lateral (
          -- The clock is read once a call: a batch has one time, and no row an earlier one than the row before.
          select h.last, greatest(h.recorded_at, (select (date_part('epoch', clock_timestamp()) * 1000)::bigint)) as stamp,
            h.first = h.last and frist.is_move(h.header) as is_move
          from frist.chunk h
          where h.plan = b.visible and h.first between b.row_ and b.row_
          order by h.first
          limit 1
        ) head on true
        window of_plan as (partition by b.plan collate "C" order by b.nth)
      ) r
      where is_sound
      returning plan, batch, first, last, recorded_at
  $create$ || closed;

  revoke all on function frist.append_one(
    text, bigint, bigint, text, text, integer, text, text, text, bytea, bytea, bytea
  ), frist.append_next(
    text[], bigint[], bigint[], text[], text[], integer[], integer[], text[], text[], text[], bytea[], bytea[], bytea[]
  ) from public;
  grant execute on function frist.append_one(
    text, bigint, bigint, text, text, integer, text, text, text, bytea, bytea, bytea
  ), frist.append_next(
    text[], bigint[], bigint[], text[], text[], integer[], integer[], text[], text[], text[], bytea[], bytea[], bytea[]
  ) to frist_writer;
end
$migration$
