import type { OwnKey } from '../../../domain/own-field/field.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { readOwnValues } from '../../db/stored.ts'

const select = (db: Db, { school, id }: Key) =>
  db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .select(['ownValues', 'version'])

type Found = { readonly ownValues: unknown; readonly version: number }
function parse(found: Found | undefined) {
  if (!found) throw new Refusal('not-found')
  return { values: readOwnValues(found.ownValues), version: found.version }
}

/** What stands in the school's own fields, with the version of the student's row; ended fields among them. */
export const findOwnValues = async (db: Db, key: Key) => parse(await select(db, key).executeTakeFirst())

/** The same, until this transaction ends nobody else's to change. */
export const lockOwnValues = async (tx: Tx, key: Key) =>
  parse(await select(tx, key).forNoKeyUpdate().executeTakeFirst())

/** The caller has locked the student, and journals it. */
export const saveOwnValues = (tx: Tx, { school, id }: Key, values: Readonly<Record<OwnKey, string>>) =>
  tx
    .updateTable('students')
    .set((of) => ({ ownValues: JSON.stringify(values), version: of('version', '+', 1) }))
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .execute()
