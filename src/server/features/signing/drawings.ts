import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Drawing } from '../../../domain/signing/drawing.ts'
import type { Db, Tx } from '../../db/database.ts'
import { readStrokes } from '../../db/stored.ts'

type Row = { readonly strokes: unknown; readonly name: string | null }
export const drawingOf = ({ strokes, name }: Row): Drawing =>
  name === null ? { kind: 'drawn', strokes: readStrokes(strokes) } : { kind: 'typed', name }

/** The one that this person has used last; null before the first. */
export async function findLastDrawing(db: Db, userId: string) {
  const row = await db
    .selectFrom('drawings')
    .where('userId', '=', userId)
    .where('removedAt', 'is', null)
    .select(['id', 'strokes', 'name'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { id: row.id, drawing: drawingOf(row) } : null
}

/** Those that these signatures were made with, as far as they are kept. */
export async function listDrawings(db: Db, signatures: readonly string[]): Promise<Drawing[]> {
  const rows = await db
    .selectFrom('drawings as d')
    .where('d.id', 'in', ({ selectFrom }) =>
      selectFrom('signatures as g')
        .where(sql<boolean>`g.id = any(${[...signatures]}::uuid[])`)
        .select('g.drawingId'),
    )
    .where('d.removedAt', 'is', null)
    .select(['d.strokes', 'd.name'])
    .execute()
  return rows.map(drawingOf)
}

export async function addDrawing(tx: Tx, userId: string, of: Drawing, at: Date): Promise<string> {
  const id = uuidv7()
  const row = of.kind === 'typed' ? { name: of.name } : { strokes: JSON.stringify(of.strokes) }
  await tx
    .insertInto('drawings')
    .values({ id, userId, kind: of.kind, madeAt: at, ...row })
    .execute()
  return id
}
