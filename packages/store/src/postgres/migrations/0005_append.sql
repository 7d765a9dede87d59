-- The append: one call, whose last effect is the growth of the plan. Several batches may share it, each with a verdict
-- of its own:
--   recorded   it stands from `first` to `last`
--   repeated   it stood there before, and nothing was recorded now
--   conflict   what it looked at has changed: `head`, and the activities that were touched
--   alone      it must be sent alone, because somebody else holds its plan or its plan is new
-- What belongs to batches comes in parallel arrays, batches of one plan side by side; the activities of their conditions
-- lie one after another, in_abouts says how many are whose. What belongs to events comes in parallel arrays too, in the
-- order of the batches: in_of is the number of its batch, in_nth its place there, both from 1.
--
-- Of the leaf, in_said is the hash of what was handed in; position and time are added here, where they are known: see
-- Leaf.ts.
do $migration$
begin
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
    many boolean := in_plans[1] <> in_plans[cardinality(in_plans)];
    fresh boolean;
    plan_ text := '';
    head_ bigint;
    began bigint;
    stamp bigint;
    about_to integer := 0;
    about text[];
    changed text[];
    known record;
    earlier integer;
    promised bigint := 0;
    kept bigint := 0;
  begin
    -- One batch that nothing has happened since: its plan grows at once.
    if cardinality(in_plans) = 1 then
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
      -- Of full length from the start: an array that begins with its third item says so.
      verdict := array_fill(null::text, array[cardinality(in_plans)]);
      touched := verdict;
      first := array_fill(null::bigint, array[cardinality(in_plans)]);
      last := first;
      recorded_at := first;
      head := first;
      if exists (select from frist.tenant) then
        visible := frist.visible_plans();
        if visible is not null and not (in_plans <@ visible) then
          raise exception 'this login may not append to that plan' using errcode = 'insufficient_privilege';
        end if;
      end if;

      for at in 1 .. cardinality(in_plans) loop
        if in_plans[at] <> plan_ then
          if began < head_ then
            update frist.plan p set head = head_, recorded_at = stamp where p.plan = plan_;
          end if;
          plan_ := in_plans[at];
          head_ := null;
          -- The plan's row first: whoever holds it is alone with the plan until the commit. Nobody waits for one plan
          -- while he holds another.
          if many then
            select p.head, p.recorded_at into head_, stamp from frist.plan p where p.plan = plan_ for update skip locked;
          else
            loop
              select p.head, p.recorded_at into head_, stamp from frist.plan p where p.plan = plan_ for update;
              exit when found;
              head_ := 0;
              stamp := 0;
              -- The first batch that looked at an empty plan is going to be recorded; without one nothing begins.
              exit when not exists (select from unnest(in_afters, in_sizes) b (after, size) where after = 0 and size > 0);
              insert into frist.plan (plan, head, recorded_at) values (plan_, 0, 0) on conflict do nothing;
            end loop;
          end if;
          began := head_;
          stamp := greatest(stamp, now_);
        end if;
        if (in_sizes[at] >= 0 and in_afters[at] >= 0 and in_abouts[at] >= 0) is not true then
          raise exception 'sizes and positions are whole numbers from 0' using errcode = 'invalid_parameter_value';
        end if;
        about := in_about[about_to + 1 : about_to + in_abouts[at]];
        about_to := about_to + in_abouts[at];
        head[at] := head_;

        if head_ is null then
          verdict[at] := 'alone';
          continue;
        end if;

        select e.position, e.position + e.batch_size - 1 as last, e.recorded_at into known
        from frist.event e where e.plan = plan_ and e.batch = in_batches[at] and e.batch_size is not null;
        if found then
          verdict[at] := 'repeated';
          first[at] := known.position;
          last[at] := known.last;
          recorded_at[at] := known.recorded_at;
          continue;
        end if;
        -- The same batch twice in one call.
        if at > 1 then
          select b.at into earlier from unnest(in_plans, in_batches) with ordinality b (plan, batch, at)
          where b.at < at and b.plan = plan_ and b.batch = in_batches[at] and verdict[b.at] = 'recorded'
            and in_sizes[b.at] > 0;
          if found then
            verdict[at] := 'repeated';
            first[at] := first[earlier];
            last[at] := last[earlier];
            recorded_at[at] := recorded_at[earlier];
            continue;
          end if;
        end if;

        if in_afters[at] <> head_ then
          changed := null;
          if in_afters[at] < head_ and cardinality(about) > 0 then
            select array_agg(distinct activity) into changed from (
              select e.activity from frist.event e
              where e.plan = plan_ and e.position > in_afters[at] and e.activity = any (about)
              union all
              select e.activity from unnest(in_activity, in_of, in_nth) e (activity, of_, nth)
              where first[e.of_] + e.nth - 1 > in_afters[at] and in_plans[e.of_] = plan_
                and verdict[e.of_] = 'recorded' and e.activity = any (about)
            ) since;
          end if;
          if changed is not null or in_afters[at] > head_ or cardinality(about) = 0 then
            verdict[at] := 'conflict';
            touched[at] := array_to_string(changed, e'\n');
            continue;
          end if;
        end if;

        verdict[at] := 'recorded';
        first[at] := head_ + 1;
        last[at] := head_ + in_sizes[at];
        recorded_at[at] := stamp;
        head_ := head_ + in_sizes[at];
        promised := promised + in_sizes[at];
      end loop;
      if began < head_ then
        update frist.plan p set head = head_, recorded_at = stamp where p.plan = plan_;
      end if;
    end if;

    if cardinality(in_of) = 1 then
      if verdict[in_of[1]] = 'recorded' then
        insert into frist.event values (
          in_plans[in_of[1]], first[in_of[1]], in_activity[1], in_type[1], in_effective_on[1], recorded_at[in_of[1]],
          in_actors[in_of[1]], in_batches[in_of[1]], in_provenance[1], in_document[1], in_sha256[1], in_table[1],
          in_row[1], in_column[1], 1, in_content[1], in_salt[1],
          sha256('\x00'::bytea || int8send(first[in_of[1]]) || int8send(recorded_at[in_of[1]]) || in_said[1])
        );
        get diagnostics kept = row_count;
      end if;
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
      where verdict[e.of_] = 'recorded' and e.nth between 1 and in_sizes[e.of_];
      get diagnostics kept = row_count;
    end if;
    -- With the primary key this leaves no other events than the numbers that were given out.
    if kept <> promised then
      raise exception 'the batches promise % events, and there are %', promised, kept
        using errcode = 'invalid_parameter_value';
    end if;
  end
  $function$;

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
