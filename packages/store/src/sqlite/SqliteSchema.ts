/**
 * The tables of a log in SQLite, and the triggers with which the database itself refuses to change what was recorded.
 * The one exception is the content of an event that a recorded decision removes.
 */

/** The application id that marks a file as a log: `FRST`. */
export const logApplicationId = 0x46525354

/** The version of these tables: 1 had a row an event, 2 also kept editions, 3 has a row a batch. */
export const sqliteSchemaVersion = 3

/** What is kept of editions: what the log's last event about the document names, by its SHA-256 in hex; or null. */
export const editionTable = `
create table edition (
  plan text not null,
  sha256 text not null,
  document text not null,
  digest text,
  content blob,
  primary key (plan, sha256)
) strict, without rowid;
`

/** Checkpoints, each as the text of its note. */
const checkpointTable = `
create table checkpoint (
  plan text not null,
  number integer not null,
  note text not null,
  primary key (plan, number)
) strict, without rowid;
`

/** Whether a row has a decision: an event about another event, or about a kept edition. */
const hasDecision = `instr(header, '"Redacted"') + instr(header, '"Edition') > 0`

/**
 * A row is a batch, or a chunk of a long one, as `BatchRow` describes it. There are no row ids: a row could be replaced
 * by its row id without firing a trigger. Long columns come last: what lies before them is read without them.
 */
export const batchTables = `
create table batch (
  plan text not null,
  first integer not null,
  chunk integer not null,
  recorded_at integer not null,
  batch text not null,
  actor text not null,
  activities text not null,
  origins text not null,
  header text not null,
  salt blob not null,
  leaf blob not null,
  content blob not null,
  last integer not null generated always as (first + length(leaf) / 32 - 1) virtual,
  primary key (plan, first),
  check (length(leaf) > 0 and length(leaf) % 32 = 0 and length(salt) = length(leaf))
) strict, without rowid;

create unique index recorded_once on batch (plan, batch, chunk);
create index decided on batch (plan, first) where ${hasDecision};

create view event as
select plan, first + nth as position, activity, type, origin ->> 0 as effective_on, recorded_at, actor, batch,
  origin ->> 1 as provenance, origin ->> 2 as source_document, origin ->> 3 as source_sha256, origin ->> 4 as source_table,
  source_row, source_column,
  case when bytes is not null then substr(content, start + 1, bytes) end as content,
  case when bytes is not null then substr(salt, 32 * nth + 1, 32) end as salt,
  case when bytes is null then substr(salt, 32 * nth + 1, 32) end as digest,
  substr(leaf, 32 * nth + 1, 32) as leaf
from (
  select b.*, e.key as nth, e.value ->> 0 as bytes, b.activities ->> (e.value ->> 1) as activity, e.value ->> 2 as type,
    b.origins -> (e.value ->> 3) as origin, e.value ->> 4 as source_row, e.value ->> 5 as source_column,
    coalesce(sum(e.value ->> 0) over (
      partition by b.plan, b.first order by e.key rows between unbounded preceding and 1 preceding
    ), 0) as start
  from batch b, json_each(b.header) e
);

create view decision as
select b.plan, b.first + e.key as position, e.value ->> 2 as type, cast(substr(b.content, 1 + (
  select coalesce(sum(p.value ->> 0), 0) from json_each(b.header) p where p.key < e.key
), e.value ->> 0) as text) as said
from batch b indexed by decided, json_each(b.header) e
where ${hasDecision} and e.value ->> 2 in ('Redacted', 'EditionKept', 'EditionErased') and e.value ->> 0 is not null;

create view plan as
with recursive known (plan) as (
  select min(plan) from batch
  union all
  select (select min(plan) from batch where plan > known.plan) from known where known.plan is not null
)
select known.plan, head.last as head, head.recorded_at
from known, batch head
where head.plan = known.plan and head.first = (select max(first) from batch where plan = known.plan);
`

/** Selects from the last event about the document of an edition. */
const lastNamed = (row: string, what: string): string =>
  `select ${what} from decision d where d.plan = ${row}.plan and d.type <> 'Redacted'
    and d.said ->> 'sha256' = ${row}.sha256 order by d.position desc limit 1`

/**
 * The guards. An update of a batch may erase one event that a decision removes: its content and salt go, their digest is
 * in the place of the salt, and all else is as it was.
 */
export const triggers = `
create trigger batch_follows_the_last before insert on batch
when (
  select new.first = coalesce(head.last, 0) + 1 and new.recorded_at >= coalesce(head.recorded_at, new.recorded_at)
    and case
      when new.chunk = 0 then not exists (select 1 from batch where plan = new.plan and batch = new.batch)
      else head.batch = new.batch and head.chunk = new.chunk - 1
        and head.actor = new.actor and head.recorded_at = new.recorded_at
    end
  from (select 1) left join (
    select last, chunk, recorded_at, batch, actor from batch where plan = new.plan order by first desc limit 1
  ) head
) is not true
begin select raise(abort, 'batches follow one another'); end;
create trigger batch_is_never_deleted before delete on batch
begin select raise(abort, 'batches are never deleted'); end;
create trigger batch_is_never_updated before update on batch
when not exists (
  select 1 from (
    select e.key as nth, e.value ->> 0 as bytes, e.value ->> 2 as type, (
      select coalesce(sum(p.value ->> 0), 0) from json_each(old.header) p where p.key < e.key
    ) as start
    from json_each(old.header) e
    where e.value ->> 0 is not null and new.header -> e.key ->> 0 is null
  ) erased
  where new.plan = old.plan and new.first = old.first and new.chunk = old.chunk and new.recorded_at = old.recorded_at
    and new.batch = old.batch and new.actor = old.actor and new.activities = old.activities and new.origins = old.origins
    and new.leaf = old.leaf and erased.type <> 'Redacted'
    and new.header = json_replace(old.header, '$[' || nth || '][0]', null)
    and coalesce(substr(new.content, 1, start), x'') = substr(old.content, 1, start)
    and coalesce(substr(new.content, start + 1), x'') = substr(old.content, start + bytes + 1)
    and substr(new.salt, 1, 32 * nth) = substr(old.salt, 1, 32 * nth)
    and substr(new.salt, 32 * nth + 33) = substr(old.salt, 32 * nth + 33)
    and substr(new.salt, 32 * nth + 1, 32) <> substr(old.salt, 32 * nth + 1, 32)
    and exists (
      select 1 from decision d
      where d.plan = old.plan and d.position > old.first + nth and d.type = 'Redacted'
        and d.said ->> 'position' = old.first + nth
    )
)
begin select raise(abort, 'batches are never changed'); end;

create trigger checkpoint_is_never_updated before update on checkpoint
begin select raise(abort, 'checkpoints are never changed'); end;
create trigger checkpoint_is_never_deleted before delete on checkpoint
begin select raise(abort, 'checkpoints are never deleted'); end;
create trigger checkpoint_follows_the_last before insert on checkpoint
when new.number <> coalesce((select max(number) from checkpoint where plan = new.plan), 0) + 1
begin select raise(abort, 'checkpoints follow one another'); end;

create trigger edition_is_named_by_the_log before insert on edition
when (
  new.digest is not null and new.content is not null and new.digest = (${lastNamed("new", "d.said ->> 'content'")})
) is not true
begin select raise(abort, 'the log names what is kept of an edition'); end;
create trigger edition_changes_with_the_log before update on edition
when (
  new.plan = old.plan and new.sha256 = old.sha256 and new.document = old.document
  and (new.content is null) = (new.digest is null) and (new.digest is not old.digest or new.content is old.content)
  and exists (select 1 from (${lastNamed("new", "d.type, d.said ->> 'content' as named")}) last
    where last.named is new.digest and (new.digest is not null or last.type = 'EditionErased'))
) is not true
begin select raise(abort, 'the log names what is kept of an edition'); end;
create trigger edition_is_never_deleted before delete on edition
begin select raise(abort, 'editions are never deleted'); end;
`

/**
 * What an erasure leaves until it has rewritten the file: a row for each removal, as `frist doctor` names it. Without the
 * table, no page of the file holds what was erased.
 */
export const unfinishedErasure = "create table unfinished_erasure (plan text not null, removed text not null) strict"

/** The tables, views and triggers of a new file. */
export const sqliteSchema = `${batchTables}${checkpointTable}${editionTable}${triggers}`
