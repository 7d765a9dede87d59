-- The queue of a plan. Any login of the server can take a lock of this kind, so it is waited for briefly, and nothing
-- depends on it. Whether a plan is visible is decided before anything of it is looked up.
do $migration$
declare
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
  -- The keys of the locks of plans: without the seed, nobody finds the plan of a lock in pg_locks.
  alter table frist.setting add seed bigint;
  update frist.setting set seed = ('x' || substr(md5(gen_random_uuid()::text), 1, 16))::bit(64)::bigint;
  alter table frist.setting alter seed set not null;

  -- Queues for a plan. Any login can take a lock of this kind, so it only says who goes first: the key of a row decides.
  create function frist.queue(in_plan text, milliseconds integer) returns void
    language plpgsql volatile set search_path = pg_catalog, pg_temp set lock_timeout = '1s'
  as $function$
  declare
    key bigint := hashtextextended(in_plan, (select s.seed from frist.setting s));
  begin
    if not pg_try_advisory_xact_lock(key) then
      begin
        perform set_config('lock_timeout', milliseconds::text, true);
        perform pg_advisory_xact_lock(key);
      exception
        when lock_not_available then
          null;
      end;
    end if;
  end
  $function$;

  create or replace function frist.hold(in_plan text) returns void
    language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $function$
  declare
    visible text[] := frist.visible_plans();
  begin
    if visible is not null and (in_plan = any (visible)) is not true then
      raise exception 'this login may not write to that plan' using errcode = 'insufficient_privilege';
    end if;
    perform frist.queue(in_plan, 2000);
    if not exists (select from frist.chunk b where b.plan = in_plan) then
      raise exception 'there is no such plan' using errcode = 'invalid_parameter_value';
    end if;
  end
  $function$;

  -- As in 0010. Whoever is second finds the plan held, and waits with nothing of other plans in its hands.
  drop function frist.append_one(
    text, bigint, bigint, text, text, integer, text, text, text, bytea, bytea, bytea
  );
  drop function frist.append_next(
    text[], bigint[], bigint[], text[], text[], integer[], integer[], text[], text[], text[], bytea[], bytea[], bytea[]
  );
  execute $create$
    create function frist.append_one(
      in_plan text, in_row bigint, in_after bigint, in_batch text, in_actor text, in_size integer, in_activities text,
      in_origins text, in_header text, in_content bytea, in_salt bytea, in_said bytea
    )
  $create$ || opened || $create$
      insert into frist.chunk
      select in_plan, head.last + 1, head.last + in_size, 0, head.stamp, in_batch, in_actor, in_activities, in_origins,
        in_header, in_content, in_salt,
        case
          when in_size = 1 then sha256(decode('00', 'hex') || int8send(head.last + 1) || int8send(head.stamp) || in_said)
          else (
            select string_agg(
              sha256(
                decode('00', 'hex') || int8send(head.last + nth) || int8send(head.stamp)
                  || substr(in_said, 32 * nth - 31, 32)
              ),
              '' order by nth
            )
            from generate_series(1, in_size) nth
          )
        end
      from (
        select h.last, greatest(h.recorded_at, (date_part('epoch', clock_timestamp()) * 1000)::bigint) as stamp
        from frist.chunk h
        where h.plan = in_plan and h.first between in_row and in_row
        order by h.first
        limit 1
      ) head
      where head.last = in_after
        and frist.is_row(in_size, in_batch, in_actor, in_activities, in_origins, in_header, in_content, in_salt, in_said)
        and (
          not exists (select from frist.tenant) or (select v is null or in_plan = any (v) from frist.visible_plans() v)
        )
        and pg_try_advisory_xact_lock(hashtextextended(in_plan, (select s.seed from frist.setting s)))
      returning plan, batch, first, last, recorded_at
  $create$ || closed;

  execute $create$
    create function frist.append_next(
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
          when size = 1 then sha256(decode('00', 'hex') || int8send(before + 1) || int8send(stamp) || said)
          else (
            select string_agg(
              sha256(decode('00', 'hex') || int8send(before + nth) || int8send(stamp) || substr(said, 32 * nth - 31, 32)),
              '' order by nth
            )
            from generate_series(1, size) nth
          )
        end
      from (
        select b.*, head.stamp, (head.last + sum(b.size) over of_plan - b.size)::bigint as before,
          bool_and(coalesce(
            head.last = b.after
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
          select h.last, greatest(h.recorded_at, (date_part('epoch', clock_timestamp()) * 1000)::bigint) as stamp
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

  revoke all on function frist.queue(text, integer), frist.append_one(
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
