/**
 * The baseline of a log: the same bytes in a plain table, through prepared statements of `pg`.
 */
import { Client } from "pg"

/** The part of an event that a fold reads: its type. */
export interface Tagged {
  readonly _tag: string
}

export interface Plain {
  /** Inserts one event in one transaction, on connection `at`. */
  readonly insert: (at: number, stream: string, position: number, json: string) => Promise<unknown>
  /** Inserts many events in one statement. */
  readonly insertMany: (at: number, stream: string, first: number, jsons: ReadonlyArray<string>) => Promise<unknown>
  /** Reads a whole stream in pages and parses each event. */
  readonly read: (stream: string, fold: (event: Tagged) => void) => Promise<number>
  readonly query: (text: string) => Promise<unknown>
  readonly close: () => Promise<void>
}

const pageSize = 5000

/** Creates the table, and opens it. */
export const plainTable = async (url: string, connections: number): Promise<Plain> => {
  const plain = await openPlain(url, connections)
  await plain.query(
    "create table plain (stream text, position bigint, data text not null, primary key (stream, position))"
  )
  return plain
}

export const openPlain = async (url: string, connections: number): Promise<Plain> => {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client({ connectionString: url })
      await client.connect()
      return client
    })
  )
  const client = (at: number) => clients[at] ?? clients[0] ?? new Client()
  return {
    insert: (at, stream, position, json) =>
      client(at).query({
        name: "one",
        text: "insert into plain (stream, position, data) values ($1, $2, $3)",
        values: [stream, position, json]
      }),
    insertMany: (at, stream, first, jsons) =>
      client(at).query({
        name: "many",
        text: `insert into plain (stream, position, data)
          select $1, position, data from unnest($2::bigint[], $3::text[]) as event (position, data)`,
        values: [stream, jsons.map((_, n) => first + n), jsons]
      }),
    read: async (stream, fold) => {
      let after = 0
      for (;;) {
        const { rows } = await client(0).query<{ readonly position: string; readonly data: string }>({
          name: "page",
          text: `select position, data from plain where stream = $1 and position > $2 order by position limit ${pageSize}`,
          values: [stream, after]
        })
        for (const { data } of rows) fold(JSON.parse(data) as Tagged)
        if (rows.length < pageSize) return after + rows.length
        after += rows.length
      }
    },
    query: (text) => client(0).query(text),
    close: async () => void (await Promise.all(clients.map((each) => each.end())))
  }
}
