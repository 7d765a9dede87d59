/**
 * Files as earlier versions wrote them: their tables and triggers word for word, and a plan in them.
 */
import type { StoredRecord } from "@frist/evidence/StoredEvent"
import { DatabaseSync } from "node:sqlite"
import { contentHash } from "../../src/KeptContent.ts"
import type { KeptEdition } from "../../src/EventLog.ts"

/** Selects from the last event about the document of an edition. */
const lastNamed = (row: string, what = "json_extract(cast(event.content as text), '$.content')"): string =>
  `select ${what} from event where event.plan = ${row}.plan and event.type in ('EditionKept', 'EditionErased')
    and json_extract(cast(event.content as text), '$.sha256') = ${row}.sha256 order by event.position desc limit 1`

/** Added by version 2. */
const editionSchema = `
create index kept_edition on event (plan, position) where type in ('EditionKept', 'EditionErased');

create table edition (
  plan text not null,
  sha256 text not null,
  document text not null,
  digest text,
  content blob,
  primary key (plan, sha256)
) strict, without rowid;

create trigger edition_is_named_by_the_log before insert on edition
when (new.digest is not null and new.content is not null and new.digest = (${lastNamed("new")})) is not true
begin select raise(abort, 'the log names what is kept of an edition'); end;
create trigger edition_changes_with_the_log before update on edition
when (
  new.plan = old.plan and new.sha256 = old.sha256 and new.document = old.document
  and (new.content is null) = (new.digest is null) and (new.digest is not old.digest or new.content is old.content)
  and exists (select 1 from (${lastNamed("new", "event.type, json_extract(cast(event.content as text), '$.content') as named")}) last
    where last.named is new.digest and (new.digest is not null or last.type = 'EditionErased'))
) is not true
begin select raise(abort, 'the log names what is kept of an edition'); end;
create trigger edition_is_never_deleted before delete on edition
begin select raise(abort, 'editions are never deleted'); end;
`

const eventSchema = `
create table plan (
  plan text not null primary key,
  head integer not null,
  recorded_at integer not null
) strict, without rowid;

create table batch (
  plan text not null,
  batch text not null,
  first integer not null,
  last integer not null,
  recorded_at integer not null,
  primary key (plan, batch)
) strict, without rowid;

create table event (
  plan text not null,
  position integer not null,
  activity text,
  type text not null,
  effective_on text not null,
  recorded_at integer not null,
  actor text not null,
  batch text not null,
  provenance text not null,
  source_document text,
  source_sha256 text,
  source_table text,
  source_row integer,
  source_column text,
  content blob,
  salt blob,
  digest blob,
  leaf blob not null,
  primary key (plan, position)
) strict, without rowid;

create index decision on event (plan, position) where type = 'Redacted';

create table checkpoint (
  plan text not null,
  number integer not null,
  note text not null,
  primary key (plan, number)
) strict, without rowid;

create trigger event_is_never_updated before update on event
when (
  new.content is null and new.salt is null and length(new.digest) = 32
  and old.content is not null and old.type <> 'Redacted'
  and new.plan = old.plan and new.position = old.position and new.activity is old.activity and new.type = old.type
  and new.effective_on = old.effective_on and new.recorded_at = old.recorded_at and new.actor = old.actor
  and new.batch = old.batch and new.provenance = old.provenance and new.source_document is old.source_document
  and new.source_sha256 is old.source_sha256 and new.source_table is old.source_table
  and new.source_row is old.source_row and new.source_column is old.source_column and new.leaf = old.leaf
  and exists (
    select 1 from event decision
    where decision.plan = old.plan and decision.position > old.position and decision.type = 'Redacted'
      and decision.content is not null
      and json_extract(cast(decision.content as text), '$.position') = old.position
  )
) is not true
begin select raise(abort, 'events are never changed'); end;
create trigger event_is_never_deleted before delete on event
begin select raise(abort, 'events are never deleted'); end;
create trigger event_follows_the_last before insert on event
when new.position <> coalesce((select max(position) from event where plan = new.plan), 0) + 1
begin select raise(abort, 'events follow one another'); end;

create trigger batch_is_never_updated before update on batch
begin select raise(abort, 'batches are never changed'); end;
create trigger batch_is_never_deleted before delete on batch
begin select raise(abort, 'batches are never deleted'); end;
create trigger batch_is_never_replaced before insert on batch
when exists (select 1 from batch where plan = new.plan and batch = new.batch)
begin select raise(abort, 'batches are never replaced'); end;

create trigger checkpoint_is_never_updated before update on checkpoint
begin select raise(abort, 'checkpoints are never changed'); end;
create trigger checkpoint_is_never_deleted before delete on checkpoint
begin select raise(abort, 'checkpoints are never deleted'); end;
create trigger checkpoint_follows_the_last before insert on checkpoint
when new.number <> coalesce((select max(number) from checkpoint where plan = new.plan), 0) + 1
begin select raise(abort, 'checkpoints follow one another'); end;

create trigger plan_only_grows before update on plan
when new.plan <> old.plan or new.recorded_at < old.recorded_at
  or new.head is not (select max(position) from event where plan = new.plan)
begin select raise(abort, 'a plan grows with its events'); end;
create trigger plan_is_never_deleted before delete on plan
begin select raise(abort, 'plans are never deleted'); end;
create trigger plan_begins_once before insert on plan
when exists (select 1 from plan where plan = new.plan)
  or new.head is not (select max(position) from event where plan = new.plan)
begin select raise(abort, 'a plan begins with its events, once'); end;
`

/** What a plan of an earlier version holds. */
export interface EarlierPlan {
  readonly records: ReadonlyArray<StoredRecord>
  readonly editions?: ReadonlyArray<KeptEdition>
  readonly notes?: ReadonlyArray<string>
}

/** Writes a file of version 1 or 2, in the way that the version itself did. */
export const writeEarlier = (
  filename: string,
  version: 1 | 2,
  { editions = [], notes = [], records }: EarlierPlan,
  more = ""
): void => {
  const db = new DatabaseSync(filename)
  db.exec(`pragma journal_mode = wal; pragma application_id = ${0x46525354}; pragma user_version = ${version}`)
  db.exec(`${eventSchema}${version === 2 ? editionSchema : ""}`)
  const insert = db.prepare(`insert into event values (${Array.from({ length: 18 }, () => "?").join()})`)
  const spans = new Map<string, { first: number; last: number; at: number }>()
  for (const { bytes, digest, leaf, record, salt } of records) {
    const { source } = record
    insert.run(
      record.plan,
      record.position,
      record.activity,
      record.type,
      record.effectiveOn,
      record.recordedAt,
      record.actor,
      record.batch,
      record.provenance,
      source?.document ?? null,
      source?.sha256 ?? null,
      source?.table ?? null,
      source?.row ?? null,
      source?.column ?? null,
      bytes,
      salt,
      digest,
      leaf
    )
    const span = spans.get(record.batch) ?? { first: record.position, last: 0, at: record.recordedAt }
    spans.set(record.batch, { ...span, last: record.position })
  }
  const last = records.at(-1)?.record
  if (last !== undefined) {
    for (const [batch, { at, first, last: end }] of spans) {
      db.prepare("insert into batch values (?, ?, ?, ?, ?)").run(last.plan, batch, first, end, at)
    }
    db.prepare("insert into plan values (?, ?, ?)").run(last.plan, last.position, last.recordedAt)
    for (const [at, note] of notes.entries()) {
      db.prepare("insert into checkpoint values (?, ?, ?)").run(last.plan, at + 1, note)
    }
    for (const { content, document, sha256 } of editions) {
      db.prepare("insert into edition values (?, ?, ?, ?, ?)").run(
        last.plan,
        sha256,
        document,
        contentHash(content),
        content
      )
    }
  }
  db.exec(more)
  db.close()
}
