-- What a decision says remains of the event that it removes. Nobody can compare the two once the event is erased, so
-- erasing does.
do $migration$
begin
  -- Whether these words stand for a removed text: the beginning of the decision, and the position, within brackets.
  create function frist.names_decision(words text, decided jsonb) returns boolean
    language sql immutable set search_path = pg_catalog, pg_temp
  as $function$
    select left(words, 1) = '[' and right(words, 1) = ']' and strpos(
      decided ->> 'decision',
      rtrim(replace(substr(words, 2, length(words) - 2), ' #' || (decided ->> 'position'), ''), chr(65533))
    ) > 0
  $function$;

  -- Whether a fact, or a status in it, says no more than another, and hides no part of it: some of its texts and dates
  -- are replaced by words that name the decision.
  create function frist.is_left_of(remains jsonb, said jsonb, decided jsonb) returns boolean
    language plpgsql immutable set search_path = pg_catalog, pg_temp
  as $function$
  begin
    return case
      when jsonb_typeof(said) = 'object' and jsonb_typeof(remains) = 'object'
        then said -> '_tag' = remains -> '_tag' and not exists (
          select from jsonb_each(said) s full join jsonb_each(remains) r using (key)
          where case
            when s.value = r.value then true
            when s.value is null then false
            when r.value is null then key = 'documentId'
            when jsonb_typeof(s.value) = 'string' and jsonb_typeof(r.value) = 'string'
              then key in ('area', 'goal', 'actions', 'responsible', 'from', 'to', 'title', 'reason', 'decision', 'words', 'text')
                and frist.names_decision(r.value #>> '{}', decided)
            when s.value -> 'edtf' is not null
              then r.value = jsonb_build_object('words', r.value -> 'words', 'edtf', null, 'earliest', null, 'latest', null)
                and frist.names_decision(r.value ->> 'words', decided)
            when s.value -> '_tag' is not null then frist.is_left_of(r.value, s.value, decided)
            else said ->> '_tag' = 'TargetSet' and key in ('value', 'unit') and r.value = 'null'
          end is not true
        )
      else remains = 'null' and (said = 'null' or said ->> '_tag' in ('MeasurementRecorded', 'ColumnDecided'))
    end is true;
  end
  $function$;

  -- Whether a decision says of an event what it says. Earlier versions recorded nothing about what remains.
  create function frist.is_faithful(decided jsonb, said jsonb) returns boolean
    language sql immutable set search_path = pg_catalog, pg_temp
  as $function$
    select case
      when not decided ? 'remains' then not decided ? 'corrects'
      when said ->> '_tag' = 'Corrected'
        then decided -> 'corrects' = said -> 'position'
          and frist.is_left_of(decided -> 'remains', said -> 'replacement', decided)
      else not decided ? 'corrects' and frist.is_left_of(decided -> 'remains', said, decided)
    end is true
  $function$;

  -- The decisions of a plan to remove events that come before them.
  create function frist.decided(in_plan text) returns table ("position" bigint, event jsonb)
    language sql stable set search_path = pg_catalog, pg_temp
  as $function$
    select removed.position, frist.said(removed.content)
    from frist.chunk b cross join lateral frist.entries(b) e
    cross join lateral (
      select said.content, frist.removal(said.content) as position
      from (select case when e.type = 'Redacted' and e.size > 0 then substr(b.content, e.at + 1, e.size) end as content) said
    ) removed
    where b.plan = in_plan and strpos(b.header, '"Redacted"') > 0 and removed.position < b.first + e.nth - 1
  $function$;

  create or replace function frist.removed(in_plan text) returns bigint[]
    language sql stable set search_path = pg_catalog, pg_temp
  as $function$
    select coalesce(array_agg(d.position), '{}') from frist.decided(in_plan) d
  $function$;

  -- Erases what decisions remove. The trigger checks that there is a decision, for any update.
  create or replace function frist.erase(in_plan text, in_positions bigint[]) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $function$
  declare
    wrong bigint;
    before frist.chunk;
    after frist.chunk;
  begin
    if in_positions is null or array_position(in_positions, null) is not null then
      raise exception 'positions are whole numbers from 1' using errcode = 'invalid_parameter_value';
    end if;
    perform frist.hold(in_plan);
    with decided as materialized (select d.position, d.event from frist.decided(in_plan) d)
    select asked.position into wrong
    from unnest(in_positions) asked (position)
    left join lateral (
      select e.type, case when e.size > 0 then frist.said(substr(b.content, e.at + 1, e.size)) end as said
      from (
        select b.* from frist.chunk b where b.plan = in_plan and b.first <= asked.position order by b.first desc limit 1
      ) b cross join lateral frist.entries(b) e
      where b.first + e.nth - 1 = asked.position
    ) e on true
    where e.type is null or e.type = 'Redacted' or not exists (
      select from decided d
      where d.position = asked.position and (e.said is null or frist.is_faithful(d.event, e.said))
    )
    limit 1;
    if found then
      raise exception 'plan %, event %: no recorded decision removes it', in_plan, wrong
        using errcode = 'invalid_parameter_value';
    end if;
    for before in
      select b.* from frist.chunk b
      where b.plan = in_plan and b.first in (
        select (select c.first from frist.chunk c where c.plan = in_plan and c.first <= p order by c.first desc limit 1)
        from unnest(in_positions) p
      )
      for update
    loop
      after := frist.without(before, in_positions);
      if after.header <> before.header then
        update frist.chunk b
        set header = after.header, content = after.content, salt = after.salt
        where b.plan = in_plan and b.first = before.first;
      end if;
    end loop;
  end
  $function$;

  revoke all on function frist.names_decision(text, jsonb), frist.is_left_of(jsonb, jsonb, jsonb),
    frist.is_faithful(jsonb, jsonb), frist.decided(text) from public;
end
$migration$
