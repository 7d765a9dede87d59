-- The append: one call, whose last effect is the growth of the plan. Several batches may share it, each with a verdict
-- of its own: `recorded`, `repeated` or `conflict`. What belongs to batches and events comes in parallel arrays; the
-- activities of the conditions and the events of the batches lie one after another, and `in_abouts` and `in_sizes` say
-- how many are whose.
do $migration$
begin
  create function frist.field(value text) returns bytea
    language sql immutable set search_path = pg_catalog, pg_temp
  as $function$
    select int4send(octet_length(value)) || convert_to(value, 'UTF8')
  $function$;

  create function frist.append(
    in_plan text,
    in_batches text[], in_actors text[], in_afters bigint[], in_abouts integer[], in_about text[], in_sizes integer[],
    in_activity text[], in_type text[], in_effective_on text[], in_provenance text[],
    in_document text[], in_sha256 text[], in_table text[], in_row bigint[], in_column text[],
    in_content bytea[], in_salt bytea[]
  ) returns table (verdict text, first bigint, last bigint, recorded_at bigint, head bigint, touched text[])
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $function$
  #variable_conflict use_variable
  declare
    visible text[] := frist.visible_plans();
    began_at bigint;
    stamp bigint;
    about text[];
    about_to integer := 0;
    event_to integer := 0;
    before bytea := frist.field('frist/leaf/1') || frist.field(in_plan);
    between_ bytea;
  begin
    if visible is not null and in_plan <> all (visible) then
      raise exception 'this login may not append to that plan' using errcode = 'insufficient_privilege';
    end if;

    -- The plan's row first: whoever holds it is alone with the plan until the commit.
    loop
      select p.head, p.recorded_at into began_at, stamp from frist.plan p where p.plan = in_plan for update;
      exit when found;
      began_at := 0;
      -- The first batch that looked at an empty plan is going to be recorded; without one there is nothing to begin.
      exit when not exists (select from unnest(in_afters, in_sizes) as b (after, size) where after = 0 and size > 0);
      insert into frist.plan (plan, head, recorded_at) values (in_plan, 0, 0) on conflict do nothing;
    end loop;
    head := began_at;
    stamp := greatest(coalesce(stamp, 0), floor(extract(epoch from clock_timestamp()) * 1000)::bigint);

    for at in 1 .. cardinality(in_batches) loop
      about := in_about[about_to + 1 : about_to + in_abouts[at]];
      about_to := about_to + in_abouts[at];
      event_to := event_to + in_sizes[at];
      touched := null;

      select 'repeated', b.first, b.last, b.recorded_at into verdict, first, last, recorded_at
      from frist.batch b where b.plan = in_plan and b.batch = in_batches[at];
      if found then
        return next;
        continue;
      end if;

      if in_afters[at] <> head then
        if in_afters[at] < head and cardinality(about) > 0 then
          select array_agg(distinct e.activity) into touched
          from frist.event e
          where e.plan = in_plan and e.position > in_afters[at] and e.activity = any (about);
        end if;
        if touched is not null or in_afters[at] > head or cardinality(about) = 0 then
          verdict := 'conflict';
          first := null;
          last := null;
          recorded_at := null;
          return next;
          continue;
        end if;
      end if;

      verdict := 'recorded';
      first := head + 1;
      last := head + in_sizes[at];
      recorded_at := stamp;
      if in_sizes[at] > 0 then
        between_ := frist.field(stamp::text) || frist.field(in_actors[at]) || frist.field(in_batches[at]);
        insert into frist.event
        select in_plan, head + e.at, e.activity, e.type, e.effective_on, stamp, in_actors[at], in_batches[at],
          e.provenance, e.document, e.sha256, e.table_, e.row_, e.column_, e.content, e.salt,
          sha256(
            '\x00'::bytea || before || frist.field((head + e.at)::text) || frist.field(coalesce(e.activity, ''))
            || frist.field(e.type) || frist.field(e.effective_on) || between_ || frist.field(e.provenance)
            || case
                 when e.document is null then frist.field('0')
                 else frist.field('1') || frist.field('1' || e.document)
                   || frist.field(coalesce('1' || e.sha256, '0')) || frist.field(coalesce('1' || e.table_, '0'))
                   || frist.field(coalesce('1' || e.row_, '0'))
                   || frist.field(coalesce('1' || e.column_, '0'))
               end
            || '\x00000020'::bytea || sha256(e.salt || e.content)
          )
        from unnest(
          in_activity[event_to - in_sizes[at] + 1 : event_to], in_type[event_to - in_sizes[at] + 1 : event_to],
          in_effective_on[event_to - in_sizes[at] + 1 : event_to], in_provenance[event_to - in_sizes[at] + 1 : event_to],
          in_document[event_to - in_sizes[at] + 1 : event_to], in_sha256[event_to - in_sizes[at] + 1 : event_to],
          in_table[event_to - in_sizes[at] + 1 : event_to], in_row[event_to - in_sizes[at] + 1 : event_to],
          in_column[event_to - in_sizes[at] + 1 : event_to], in_content[event_to - in_sizes[at] + 1 : event_to],
          in_salt[event_to - in_sizes[at] + 1 : event_to]
        ) with ordinality
          as e (activity, type, effective_on, provenance, document, sha256, table_, row_, column_, content, salt, at);
        insert into frist.batch values (in_plan, in_batches[at], first, last, stamp);
        head := last;
      end if;
      return next;
    end loop;

    if head > began_at then
      update frist.plan p set head = head, recorded_at = stamp where p.plan = in_plan;
    end if;
  end
  $function$;

  revoke all on function frist.field(text) from public;
  revoke all on function frist.append(
    text, text[], text[], bigint[], integer[], text[], integer[], text[], text[], text[], text[],
    text[], text[], text[], bigint[], text[], bytea[], bytea[]
  ) from public;
  grant execute on function frist.append(
    text, text[], text[], bigint[], integer[], text[], integer[], text[], text[], text[], text[],
    text[], text[], text[], bigint[], text[], bytea[], bytea[]
  ) to frist_writer;
end
$migration$
