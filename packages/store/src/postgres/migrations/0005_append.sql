-- The append: one call, whose last effect is the growth of the plan. Several batches may share a call. Each has a
-- verdict:
--   recorded   recorded from `first` to `last`
--   repeated   recorded before, and nothing was recorded now
--   conflict   something that its decision read has changed: `head`, and the activities that changed
--   alone      must be sent alone, because its plan is locked or new
-- Batches come in parallel arrays, batches of one plan next to each other. The activities of their conditions are
-- concatenated, and in_abouts gives the number of each. Events come in parallel arrays too, in the order of the batches:
-- in_of is the number of the batch, and in_nth the place in it, both from 1.
--
-- For the leaf, in_said is the hash of what the caller gave. Position and time are added here: see Leaf.ts.
do $migration$
begin
  -- The checks of every event from any writer. The writer checks the content. Parsed once, now, and independent of any
  -- search_path.
  create function frist.is_event(
    activity text, type text, effective_on text, actor text, batch text, provenance text, document text, sha256_ text,
    table_ text, row_ bigint, column_ text, content bytea, salt bytea, said bytea
  ) returns boolean
    language sql immutable parallel safe
    return type <> '' and effective_on like '____-__-__' and provenance in ('stated', 'inferred')
      and octet_length(actor) between 1 and 800 and octet_length(batch) between 1 and 200
      and (activity is null or octet_length(activity) between 1 and 120)
      and octet_length(salt) = 32 and octet_length(said) = 32 and content is not null
      and case
        when document is null then sha256_ is null and table_ is null and row_ is null and column_ is null
        else octet_length(sha256_) = 64
      end;

  create function frist.append(
    in_plans text[], in_batches text[], in_actors text[], in_afters bigint[], in_abouts integer[], in_about text[],
    in_sizes integer[], in_of integer[], in_nth integer[],
    in_activity text[], in_type text[], in_effective_on text[], in_provenance text[],
    in_document text[], in_sha256 text[], in_table text[], in_row bigint[], in_column text[],
    in_content bytea[], in_salt bytea[], in_said bytea[],
    out verdict text[], out first bigint[], out last bigint[], out recorded_at bigint[], out head bigint[], out touched text[]
  )
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $function$
  #variable_conflict use_variable
  declare
    now_ bigint := (date_part('epoch', clock_timestamp()) * 1000)::bigint;
    visible text[];
    count integer := cardinality(in_plans);
    -- Per batch: where its plan and its own id are in the log, and which of its activities have changed.
    heads bigint[];
    stamps bigint[];
    known_first bigint[];
    known_last bigint[];
    known_at bigint[];
    since text[];
    -- Of the current plan: its head as it grows, and what this call has recorded.
    plan_ text := '';
    head_ bigint;
    stamp bigint;
    names text[];
    named integer[];
    grown text[];
    about text[];
    about_to integer := 0;
    event_to integer := 0;
    earlier integer;
    promised bigint := 0;
    kept bigint := 0;
  begin
    -- Fast path: one batch, and nothing has happened since its decision. Its plan grows at once.
    if count = 1 then
      update frist.plan p
      set head = p.head + in_sizes[1], recorded_at = greatest(p.recorded_at, now_)
      where p.plan = in_plans[1] and p.head = in_afters[1] and in_sizes[1] > 0
        and (not exists (select from frist.tenant) or p.plan = any (frist.visible_plans()))
        and not exists (
          select from frist.event e
          where e.plan = in_plans[1] and e.batch = in_batches[1] and e.batch_size is not null
        )
      returning p.head, p.recorded_at into head_, stamp;
      if head_ is not null then
        verdict := array['recorded'];
        first := array[in_afters[1] + 1];
        last := array[head_];
        recorded_at := array[stamp];
        head := last;
        promised := in_sizes[1];
      end if;
    end if;

    if verdict is null then
      -- Full length from the start: an array that begins at its third element says so in its text.
      verdict := array_fill(null::text, array[count]);
      touched := verdict;
      first := array_fill(null::bigint, array[count]);
      last := first;
      recorded_at := first;
      head := first;
      if exists (select from frist.tenant) then
        visible := frist.visible_plans();
        if visible is not null and not (in_plans <@ visible) then
          raise exception 'this login may not append to that plan' using errcode = 'insufficient_privilege';
        end if;
      end if;

      -- Lock the rows of the plans first. The holder of a row is alone with the plan until the commit, and nobody waits
      -- for one plan while holding another.
      if in_plans[1] <> in_plans[count] then
        with held as materialized (
          select p.plan, p.head, p.recorded_at from frist.plan p where p.plan = any (in_plans) for update skip locked
        )
        select array_agg(h.head order by b.at), array_agg(h.recorded_at order by b.at) into heads, stamps
        from unnest(in_plans) with ordinality b (plan, at) left join held h on h.plan = b.plan;
      else
        loop
          select p.head, p.recorded_at into head_, stamp from frist.plan p where p.plan = in_plans[1] for update;
          exit when found;
          head_ := 0;
          stamp := 0;
          -- Only the first batch with an empty plan as its condition will be recorded; without one, the plan does not
          -- begin.
          exit when not exists (select from unnest(in_afters, in_sizes) b (after, size) where b.after = 0 and b.size > 0);
          if (in_plans[1] ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$') is not true then
            raise exception 'that is no name of a plan' using errcode = 'invalid_parameter_value';
          end if;
          insert into frist.plan (plan, head, recorded_at) values (in_plans[1], 0, 0) on conflict do nothing;
        end loop;
        heads := array_fill(head_, array[count]);
        stamps := array_fill(stamp, array[count]);
      end if;

      -- Only after locking: the previous holder may have recorded the same batch.
      select array_agg(e.position order by b.at), array_agg(e.position + e.batch_size - 1 order by b.at),
        array_agg(e.recorded_at order by b.at)
      into known_first, known_last, known_at
      from unnest(in_plans, in_batches) with ordinality b (plan, batch, at)
      left join frist.event e on e.plan = b.plan and e.batch = b.batch and e.batch_size is not null;

      if exists (
        select from unnest(in_afters, heads, in_abouts) b (after, head, abouts)
        where b.after < b.head and b.abouts > 0
      ) then
        select array_agg(
          (
            select string_agg(distinct e.activity, e'\n')
            from frist.event e
            where e.plan = b.plan and e.position > b.after and e.position <= b.head
              and e.activity = any (in_about[b.ends - b.abouts + 1 : b.ends])
          )
          order by b.at
        )
        into since
        from (
          select b.plan, b.after, b.head, b.abouts, b.at, sum(b.abouts) over (order by b.at) as ends
          from unnest(in_plans, in_afters, heads, in_abouts) with ordinality b (plan, after, head, abouts, at)
        ) b;
      end if;

      for at in 1 .. count loop
        if (in_sizes[at] >= 0 and in_afters[at] >= 0 and in_abouts[at] >= 0) is not true then
          raise exception 'sizes and positions are whole numbers from 0' using errcode = 'invalid_parameter_value';
        end if;
        about := in_about[about_to + 1 : about_to + in_abouts[at]];
        about_to := about_to + in_abouts[at];
        event_to := event_to + in_sizes[at];
        if in_plans[at] <> plan_ then
          plan_ := in_plans[at];
          head_ := heads[at];
          stamp := greatest(stamps[at], now_);
          names := '{}';
          named := '{}';
          grown := '{}';
        end if;
        head[at] := head_;
        earlier := array_position(names, in_batches[at]);

        if head_ is null then
          verdict[at] := 'alone';
        elsif known_first[at] is not null then
          verdict[at] := 'repeated';
          first[at] := known_first[at];
          last[at] := known_last[at];
          recorded_at[at] := known_at[at];
        elsif earlier is not null then
          -- The same batch twice in one call.
          earlier := named[earlier];
          verdict[at] := 'repeated';
          first[at] := first[earlier];
          last[at] := last[earlier];
          recorded_at[at] := recorded_at[earlier];
        elsif in_afters[at] <> head_
          and (in_afters[at] > head_ or cardinality(about) = 0 or since[at] is not null or about && grown)
        then
          verdict[at] := 'conflict';
          if in_afters[at] < head_ then
            touched[at] := concat_ws(
              e'\n', since[at], (select string_agg(a, e'\n') from unnest(about) a where a = any (grown))
            );
          end if;
        else
          verdict[at] := 'recorded';
          first[at] := head_ + 1;
          last[at] := head_ + in_sizes[at];
          recorded_at[at] := stamp;
          if in_sizes[at] > 0 then
            head_ := head_ + in_sizes[at];
            promised := promised + in_sizes[at];
            names := names || in_batches[at];
            named := named || at;
            grown := grown || array_remove(in_activity[event_to - in_sizes[at] + 1 : event_to], null);
          end if;
        end if;
      end loop;

      update frist.plan p set head = g.head, recorded_at = g.stamp
      from (
        select b.plan, max(b.last) as head, max(b.recorded_at) as stamp
        from unnest(in_plans, last, recorded_at, verdict, in_sizes) b (plan, last, recorded_at, verdict, size)
        where b.verdict = 'recorded' and b.size > 0
        group by b.plan
      ) g
      where p.plan = g.plan;
    end if;

    if cardinality(in_of) = 1 then
      insert into frist.event
      select in_plans[1], first[1], in_activity[1], in_type[1], in_effective_on[1], recorded_at[1], in_actors[1],
        in_batches[1], in_provenance[1], in_document[1], in_sha256[1], in_table[1], in_row[1], in_column[1], 1,
        in_content[1], in_salt[1], sha256('\x00'::bytea || int8send(first[1]) || int8send(recorded_at[1]) || in_said[1])
      where verdict[1] = 'recorded' and in_of[1] = 1 and in_nth[1] = 1 and in_sizes[1] = 1 and frist.is_event(
        in_activity[1], in_type[1], in_effective_on[1], in_actors[1], in_batches[1], in_provenance[1], in_document[1],
        in_sha256[1], in_table[1], in_row[1], in_column[1], in_content[1], in_salt[1], in_said[1]
      );
      get diagnostics kept = row_count;
    else
      insert into frist.event
      select in_plans[e.of_], first[e.of_] + e.nth - 1, e.activity, e.type, e.effective_on, recorded_at[e.of_],
        in_actors[e.of_], in_batches[e.of_], e.provenance, e.document, e.sha256, e.table_, e.row_, e.column_,
        case when e.nth = 1 then in_sizes[e.of_] end, e.content, e.salt,
        sha256('\x00'::bytea || int8send(first[e.of_] + e.nth - 1) || int8send(recorded_at[e.of_]) || e.said)
      from unnest(
        in_of, in_nth, in_activity, in_type, in_effective_on, in_provenance, in_document, in_sha256, in_table, in_row,
        in_column, in_content, in_salt, in_said
      ) e (
        of_, nth, activity, type, effective_on, provenance, document, sha256, table_, row_, column_, content, salt, said
      )
      where verdict[e.of_] = 'recorded' and e.nth between 1 and in_sizes[e.of_] and frist.is_event(
        e.activity, e.type, e.effective_on, in_actors[e.of_], in_batches[e.of_], e.provenance, e.document, e.sha256,
        e.table_, e.row_, e.column_, e.content, e.salt, e.said
      );
      get diagnostics kept = row_count;
    end if;
    -- Together with the primary key, this allows only the positions that were assigned.
    if kept <> promised then
      raise exception 'the batches promise % events, and % can be recorded', promised, kept
        using errcode = 'invalid_parameter_value';
    end if;
  end
  $function$;

  revoke all on function frist.is_event(
    text, text, text, text, text, text, text, text, text, bigint, text, bytea, bytea, bytea
  ) from public;
  revoke all on function frist.append(
    text[], text[], text[], bigint[], integer[], text[], integer[], integer[], integer[], text[], text[], text[], text[],
    text[], text[], text[], bigint[], text[], bytea[], bytea[], bytea[]
  ) from public;
  grant execute on function frist.append(
    text[], text[], text[], bigint[], integer[], text[], integer[], integer[], integer[], text[], text[], text[], text[],
    text[], text[], text[], bigint[], text[], bytea[], bytea[], bytea[]
  ) to frist_writer;
end
$migration$
