import { createHash } from 'node:crypto'
import { signedCells, TOPICS, type Topic, type TopicPrint } from '../../../domain/audit/topics.ts'
import type { Db } from '../../db/database.ts'
import { sha256 } from '../../db/journal.ts'
import { listTopicRows, type OfYear, type TopicRow } from './topic-rows.ts'

const TOGETHER = 500

/** All rows of a topic, some at a time, so that few are in memory. */
export async function* piecesOf(db: Db, topic: Topic, of: OfYear): AsyncGenerator<readonly TopicRow[]> {
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof listTopicRows>> = await listTopicRows(db, topic, of, {
      after,
      most: TOGETHER,
    })
    if (page.rows.length > 0) yield page.rows
    after = page.next
  }
}

/** By which a topic's rows are known again; what is sealed, and what moves with the clock, is no part of it. */
export function printing(topic: Topic) {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add(row: TopicRow): void {
      hash.update(`${JSON.stringify(signedCells(topic, row.cells))}\n`)
      rows++
    },
    end: (): TopicPrint => ({ topic, rows, sha256: hash.digest('hex') }),
  }
}

/** Of all topics together, in hex: what is signed. */
export const hashOf = (prints: readonly TopicPrint[]): string =>
  sha256(prints.map(({ topic, rows, sha256: hash }) => `${topic} ${rows} ${hash}\n`).join('')).toString('hex')

/** Each topic's rows as they are, all of them read. */
export async function findPrints(db: Db, of: OfYear): Promise<TopicPrint[]> {
  const prints: TopicPrint[] = []
  for (const topic of TOPICS) {
    const print = printing(topic)
    for await (const piece of piecesOf(db, topic, of)) for (const row of piece) print.add(row)
    prints.push(print.end())
  }
  return prints
}
