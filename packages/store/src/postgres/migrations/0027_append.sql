-- The append of whatever comes, with a verdict for each batch:
--   recorded   recorded from `first` to `last`
--   repeated   recorded before, and nothing was recorded now
--   conflict   something that its decision read has changed: `head`, and the activities that changed; or the log is closed
--   alone      must be sent alone, because somebody holds its plan
-- Batches come in parallel arrays. The activities of conditions are concatenated, and in_abouts gives the number of each.
-- in_counts has the number of rows of each batch; the arrays from in_sizes on have a value for each row.
do $migration$
begin
  -- Of version 7.
  drop function if exists frist.append(
    text[], text[], text[], bigint[], integer[], text[], integer[], integer[], integer[], text[], text[], text[], text[],
    text[], text[], text[], bigint[], text[], bytea[], bytea[], bytea[]
  );
  drop function if exists frist.is_event(
    text, text, text, text, text, text, text, text, text, bigint, text, bytea, bytea, bytea
  );

  create or replace function frist.append(
    in_plans text[], in_batches text[], in_actors text[], in_afters bigint[], in_abouts integer[], in_about text[],
    in_counts integer[], in_sizes integer[], in_activities text[], in_origins text[], in_headers text[],
    in_contents bytea[], in_salts bytea[], in_saids bytea[],
    out verdict text[], out first bigint[], out last bigint[], out recorded_at bigint[], out head bigint[], out touched text[]
  )
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $function$
  #variable_conflict use_variable
  declare
    now_ bigint := (date_part('epoch', clock_timestamp()) * 1000)::bigint;
    visible text[] := frist.visible_plans();
    many integer := cardinality(in_plans);
    is_one boolean := in_plans <@ array[in_plans[1]];
    seed bigint := (select s.seed from frist.setting s);
    about text[];
    about_to integer := 0;
    row_to integer := 0;
    row_from integer;
    known record;
    since text;
    is_held boolean;
    is_open boolean;
    added integer;
  begin
    if visible is not null and (in_plans <@ visible) is not true then
      raise exception 'this login may not append to that plan' using errcode = 'insufficient_privilege';
    end if;
    -- Full length from the start: an array that begins at its third element says so in its text.
    verdict := array_fill(null::text, array[many]);
    touched := verdict;
    first := array_fill(null::bigint, array[many]);
    last := first;
    recorded_at := first;
    head := first;

    for at in 1 .. many loop
      about := coalesce(in_about[about_to + 1 : about_to + in_abouts[at]], '{}');
      about_to := about_to + in_abouts[at];
      row_from := row_to + 1;
      row_to := row_to + in_counts[at];
      if (
        octet_length(in_plans[at]) > 0 and octet_length(in_batches[at]) > 0 and in_afters[at] >= 0
          and in_counts[at] between 0 and 1000000 and in_abouts[at] >= 0 and cardinality(about) = in_abouts[at]
      ) is not true then
        raise exception 'numbers and positions are whole numbers from 0' using errcode = 'invalid_parameter_value';
      end if;

      -- Whoever waits for a plan holds no other.
      if at = 1 or in_plans[at] <> in_plans[at - 1] then
        is_held := pg_try_advisory_xact_lock(hashtextextended(in_plans[at], seed));
        if not is_held and is_one then
          perform frist.queue(in_plans[at], 250);
        end if;
      end if;
      if not is_held and not is_one then
        verdict[at] := 'alone';
        continue;
      end if;

      -- Again if somebody adds a row between two statements: the lock is not waited for without end.
      loop
        is_held := is_held or pg_try_advisory_xact_lock(hashtextextended(in_plans[at], seed));
        select min(b.first) as first, max(b.last) as last, min(b.recorded_at) as recorded_at into known
        from frist.chunk b where b.plan = in_plans[at] and b.batch = in_batches[at];
        if known.first is not null then
          verdict[at] := 'repeated';
          first[at] := known.first;
          last[at] := known.last;
          recorded_at[at] := known.recorded_at;
          exit;
        end if;
        select b.last, b.recorded_at,
          case when b.first = b.last then strpos(b.header, ',null,"PlanMoved",') > 0 else false end as is_closing
        into known
        from frist.chunk b where b.plan = in_plans[at] order by b.first desc limit 1;
        head[at] := coalesce(known.last, 0);
        -- After PlanMoved a log is closed: only PlanArrived goes there, and nowhere else.
        is_open := in_counts[at] = 0
          or (strpos(in_headers[row_from], ',null,"PlanArrived",') > 0) = coalesce(known.is_closing, false);
        since := null;
        if is_open and in_afters[at] < head[at] and cardinality(about) > 0 then
          select string_agg(distinct changed.activity, chr(10)) into since
          from (
            select jsonb_array_elements_text(b.activities::jsonb) as activity
            from frist.chunk b where b.plan = in_plans[at] and b.first > in_afters[at]
            union all
            -- The decision may have read a part of a row.
            select e.activity
            from (
              select b.* from frist.chunk b
              where b.plan = in_plans[at] and b.first <= in_afters[at] order by b.first desc limit 1
            ) b cross join lateral frist.entries(b) e
            where b.first + e.nth - 1 > in_afters[at]
          ) changed
          where changed.activity = any (about);
        end if;
        if is_open is not true or in_afters[at] > head[at]
          or in_afters[at] < head[at] and (cardinality(about) = 0 or since is not null)
        then
          verdict[at] := 'conflict';
          touched[at] := since;
          exit;
        end if;
        verdict[at] := 'recorded';
        first[at] := head[at] + 1;
        last[at] := head[at];
        recorded_at[at] := greatest(known.recorded_at, now_);
        exit when in_counts[at] = 0;
        if in_counts[at] > 1 and (select bool_or(frist.is_move(header)) from unnest(in_headers[row_from : row_to]) header) then
          raise exception 'plan %: a move is alone in its batch', in_plans[at] using errcode = 'invalid_parameter_value';
        end if;
        if head[at] = 0 and (in_plans[at] ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$') is not true then
          raise exception 'that is no name of a plan' using errcode = 'invalid_parameter_value';
        end if;
        -- A row that does not pass is null in every column, which no row may be.
        insert into frist.chunk
        select r.plan, head[at] + r.before + 1, head[at] + r.before + r.size, r.chunk, recorded_at[at], in_batches[at],
          in_actors[at], r.activities, r.origins, r.header, r.content, r.salt,
          frist.leaves(head[at] + r.before, recorded_at[at], case when r.plan is not null then r.size end, r.said)
        from (
          select case
              when frist.is_row(
                e.size, in_batches[at], in_actors[at], e.activities, e.origins, e.header, e.content, e.salt, e.said
              ) then in_plans[at]
            end as plan,
            e.*, (n - 1)::integer as chunk, (sum(e.size) over (order by n) - e.size)::bigint as before
          from generate_series(1, in_counts[at]) n
          cross join lateral (
            select in_sizes[row_from + n - 1], in_activities[row_from + n - 1], in_origins[row_from + n - 1],
              in_headers[row_from + n - 1], in_contents[row_from + n - 1], in_salts[row_from + n - 1],
              in_saids[row_from + n - 1]
          ) e (size, activities, origins, header, content, salt, said)
        ) r
        order by r.chunk
        on conflict do nothing;
        get diagnostics added = row_count;
        if added = in_counts[at] then
          last[at] := head[at] + (select sum(size) from unnest(in_sizes[row_from : row_to]) size);
          exit;
        end if;
        if added > 0 then
          raise exception 'plan %, event %: the log is damaged', in_plans[at], head[at] + 1 using errcode = 'data_corrupted';
        end if;
      end loop;
    end loop;
  end
  $function$;

  revoke all on function frist.append(
    text[], text[], text[], bigint[], integer[], text[], integer[], integer[], text[], text[], text[], bytea[], bytea[],
    bytea[]
  ) from public;
  grant execute on function frist.append(
    text[], text[], text[], bigint[], integer[], text[], integer[], integer[], text[], text[], text[], bytea[], bytea[],
    bytea[]
  ) to frist_writer;

  -- Of versions 16 and 17.
  drop trigger if exists goes_on on frist.chunk;
  drop function if exists frist.goes_on();
end
$migration$
