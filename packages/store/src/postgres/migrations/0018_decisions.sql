-- What the decisions in a plan's log are about: events to remove, and editions. Nobody can compare what a decision says
-- remains of an event with the event once it is erased, so erasing does. No function has a backslash in a literal, which
-- settings of a session would change.
--
-- Versions 9 to 17 were made by builds before the first release, and left more than one body of some functions. What they
-- made is replaced, so that this and what follows runs on them as on version 8.
do $migration$
begin
  -- The JSON of an event; null for anything else.
  create or replace function frist.said(content bytea) returns jsonb
    language plpgsql immutable set search_path = pg_catalog, pg_temp
  as $function$
  begin
    return convert_from(content, 'UTF8')::jsonb;
  exception
    when others then
      return null;
  end
  $function$;

  -- The position that a decision removes, read as a number of JSON is read elsewhere: 2.0 is 2.
  create or replace function frist.removal(content bytea) returns bigint
    language plpgsql immutable set search_path = pg_catalog, pg_temp
  as $function$
  declare
    said jsonb := frist.said(content) -> 'position';
    place double precision;
  begin
    if jsonb_typeof(said) = 'number' then
      place := (said #>> '{}')::double precision;
      return case when place = trunc(place) and place between 1 and 9007199254740991 then place::bigint end;
    end if;
    return null;
  exception
    when others then
      return null;
  end
  $function$;

  -- Whether these words stand for a removed text: the beginning of the decision, and the position, within brackets.
  create or replace function frist.names_decision(words text, decided jsonb) returns boolean
    language sql immutable set search_path = pg_catalog, pg_temp
  as $function$
    select left(words, 1) = '[' and right(words, 1) = ']' and strpos(
      decided ->> 'decision',
      rtrim(replace(substr(words, 2, length(words) - 2), ' #' || (decided ->> 'position'), ''), chr(65533))
    ) > 0
  $function$;

  -- Whether a fact, or a status in it, says no more than another, and hides no part of it: some of its texts and dates
  -- are replaced by words that name the decision.
  create or replace function frist.is_left_of(remains jsonb, said jsonb, decided jsonb) returns boolean
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
  create or replace function frist.is_faithful(decided jsonb, said jsonb) returns boolean
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
  create or replace function frist.decided(in_plan text) returns table ("position" bigint, event jsonb)
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

  -- The last event about a document: its type, and the hash that it names.
  create or replace function frist.named_edition(in_plan text, in_sha256 text, out last_type text, out named text)
    language sql stable set search_path = pg_catalog, pg_temp
  as $function$
    select e.type, said.event ->> 'content'
    from frist.chunk b cross join lateral frist.entries(b) e
    cross join lateral (
      select case
        when e.type in ('EditionKept', 'EditionErased') and e.size > 0
          then frist.said(substr(b.content, e.at + 1, e.size))
      end as event
    ) said
    where b.plan = in_plan and strpos(b.header, '"Edition') > 0 and said.event ->> 'sha256' = in_sha256
    order by b.first desc, e.nth desc
    limit 1
  $function$;

  revoke all on function frist.said(bytea), frist.removal(bytea), frist.names_decision(text, jsonb),
    frist.is_left_of(jsonb, jsonb, jsonb), frist.is_faithful(jsonb, jsonb), frist.decided(text), frist.removed(text),
    frist.named_edition(text, text) from public;
end
$migration$
