-- The forms that the database checks in a row: names, decisions and moves. What one writer records stops nobody else, and
-- nothing that is lawful.
do $migration$
begin
  -- Whether the header of a row has a move. Texts within it have their quotes escaped.
  create or replace function frist.is_move(header text) returns boolean
    language sql immutable parallel safe
    return strpos(header, ',null,"PlanMoved",') > 0 or strpos(header, ',null,"PlanArrived",') > 0;

  -- Whether the decisions in a new row have the form by which the database later finds what they are about.
  create or replace function frist.are_decisions(size integer, activities text, origins text, header text, content bytea)
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
        when e.type in ('PlanMoved', 'PlanArrived') then are_decisions.size = 1 and frist.is_move(are_decisions.header)
        else e.type is not null
      end is not true
      -- Rows are found by the words of their header: a type that is spelt otherwise would be read, and not found.
      or e.type ~ '^(Redacted|Edition|Plan)' and strpos(are_decisions.header, ',"' || e.type || '",') = 0
    );
  end
  $function$;

  -- Whether every id of a list of activities is short enough.
  create or replace function frist.are_short(activities text) returns boolean
    language plpgsql immutable set search_path = pg_catalog, pg_temp
  as $function$
  begin
    return (select max(octet_length(id)) from unnest(string_to_array(btrim(activities, '[]'), ',')) id) <= 122;
  end
  $function$;

  -- What follows is part of the statement that calls it: a call of a function with settings would cost a row a fifth.
  create or replace function frist.are_activities(activities text) returns boolean
    language sql immutable parallel safe
    return activities ~ '^[[](?:"[a-z0-9]+(?:[-.][a-z0-9]+)*",?)+[]]$'
      and strpos(activities, ',]') = 0 and strpos(activities, '""') = 0
      and case when octet_length(activities) <= 124 then true else frist.are_short(activities) end;

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
      -- A move is alone in its row, so that the header of the last row says whether the log is closed.
      and case when size > 1 then not frist.is_move(header) else true end
      and case
        when strpos(header, '"Redacted"') > 0 or strpos(header, '"Edition') > 0 or strpos(header, '"Plan') > 0
          or strpos(header, chr(92) || 'u') > 0
          then frist.are_decisions(size, activities, origins, header, content)
        else true
      end;

  -- The leaf of an event is the hash of its position, its time and what the caller gave: see Leaf.ts.
  create or replace function frist.leaf("position" bigint, stamp bigint, said bytea) returns bytea
    language sql immutable parallel safe
    return sha256(decode('00', 'hex') || int8send("position") || int8send(stamp) || said);

  -- The leaves of this many events after position `before`, of which `saids` has 32 bytes each.
  create or replace function frist.leaves(before bigint, stamp bigint, size integer, saids bytea) returns bytea
    language sql immutable parallel safe
    return (
      select string_agg(frist.leaf(before + nth, stamp, substr(saids, 32 * nth - 31, 32)), '' order by nth)
      from generate_series(1, size) nth
    );

  revoke all on function frist.are_short(text), frist.are_activities(text),
    frist.are_decisions(integer, text, text, text, bytea), frist.is_move(text), frist.leaf(bigint, bigint, bytea),
    frist.leaves(bigint, bigint, integer, bytea),
    frist.is_row(integer, text, text, text, text, text, bytea, bytea, bytea) from public;
end
$migration$
