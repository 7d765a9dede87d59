-- The forms that the database checks: names, decisions and positions. What one writer records stops nobody else, and
-- nothing that is lawful. No function has a backslash in a literal, which settings of a session would change.
do $migration$
begin
  -- The JSON of an event; null for anything else.
  create function frist.said(content bytea) returns jsonb
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
  create function frist.removal(content bytea) returns bigint
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

  create or replace function frist.removed(in_plan text) returns bigint[]
    language sql stable set search_path = pg_catalog, pg_temp
  as $function$
    select coalesce(array_agg(removed.position), '{}')
    from frist.chunk b cross join lateral frist.entries(b) e
    cross join lateral (
      select case when e.type = 'Redacted' and e.size > 0 then frist.removal(substr(b.content, e.at + 1, e.size)) end
        as position
    ) removed
    where b.plan = in_plan and strpos(b.header, '"Redacted"') > 0 and removed.position < b.first + e.nth - 1
  $function$;

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

  -- Whether the decisions in a new row have the form by which the database later finds what they are about.
  create function frist.are_decisions(size integer, activities text, origins text, header text, content bytea)
    returns boolean
    language plpgsql immutable set search_path = pg_catalog, pg_temp
  as $function$
  #variable_conflict use_column
  declare
    own frist.chunk;
  begin
    own.first := 1;
    own.last := are_decisions.size;
    own.activities := are_decisions.activities;
    own.origins := are_decisions.origins;
    own.header := are_decisions.header;
    return not exists (
      select from frist.entries(own) e
      cross join lateral (select frist.said(substr(are_decisions.content, e.at + 1, e.size)) as event) s
      where case
        when e.type = 'Redacted'
          then jsonb_typeof(s.event -> 'position') = 'number' and s.event ->> 'position' ~ '^[1-9][0-9]{0,15}$'
        when e.type in ('EditionKept', 'EditionErased')
          then s.event ->> 'sha256' ~ '^[0-9a-f]{64}$'
            and (s.event ->> 'content' ~ '^[0-9a-f]{64}$' or e.type = 'EditionErased' and s.event -> 'content' = 'null')
        else e.type is not null
      end is not true
    );
  end
  $function$;

  create function frist.are_activities(activities text) returns boolean
    language plpgsql immutable set search_path = pg_catalog, pg_temp
  as $function$
  begin
    return activities ~ '^[[](?:"[a-z0-9]+(?:[-.][a-z0-9]+)*",?)+[]]$'
      and strpos(activities, ',]') = 0 and strpos(activities, '""') = 0
      and (
        octet_length(activities) <= 124
        or (select max(octet_length(id)) from unnest(string_to_array(btrim(activities, '[]'), ',')) id) <= 122
      );
  end
  $function$;

  -- The checks of every row from any writer. The writer checks header and content; of these only decisions are read
  -- here, and what a plan, a batch or an activity can be called.
  create or replace function frist.is_row(
    size integer, batch text, actor text, activities text, origins text, header text, content bytea, salt bytea, said bytea
  ) returns boolean
    language sql immutable parallel safe
    return size > 0 and octet_length(batch) between 1 and 200 and batch !~ '[^!-~]'
      and char_length(actor) <= 200 and actor ~ '[^[:space:]]' and actor !~ '[[:cntrl:]]'
      and case when activities = '[]' then true else frist.are_activities(activities) end
      and origins is not null and header is not null and content is not null
      and octet_length(salt) = 32 * size::bigint and octet_length(said) = 32 * size::bigint
      and case
        when strpos(header, '"Redacted"') > 0 or strpos(header, '"Edition') > 0
          then frist.are_decisions(size, activities, origins, header, content)
        else true
      end;

  -- Erases what decisions remove. The trigger checks the decision too, for any update.
  create or replace function frist.erase(in_plan text, in_positions bigint[]) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $function$
  declare
    removed bigint[];
    wrong bigint;
    before frist.chunk;
    after frist.chunk;
  begin
    if in_positions is null or array_position(in_positions, null) is not null then
      raise exception 'positions are whole numbers from 1' using errcode = 'invalid_parameter_value';
    end if;
    perform frist.hold(in_plan);
    removed := frist.removed(in_plan);
    select asked.position into wrong
    from unnest(in_positions) asked (position)
    left join lateral (
      select e.type
      from (
        select b.* from frist.chunk b where b.plan = in_plan and b.first <= asked.position order by b.first desc limit 1
      ) b cross join lateral frist.entries(b) e
      where b.first + e.nth - 1 = asked.position
    ) e on true
    where e.type is null or e.type = 'Redacted' or (asked.position = any (removed)) is not true
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

  revoke all on function frist.said(bytea), frist.removal(bytea), frist.are_activities(text),
    frist.are_decisions(integer, text, text, text, bytea) from public;
end
$migration$
