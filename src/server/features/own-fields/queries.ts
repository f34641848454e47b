import { sql } from 'kysely'
import { z } from 'zod'
import { ownTakes } from '../../../contracts/own-fields.ts'
import {
  FILLED_BY,
  isOwnKey,
  OWN_LISTS,
  type OwnField,
  type OwnKey,
  type OwnList,
  ownKey,
  SEEN_BY,
} from '../../../domain/own-field/field.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import { readForm } from '../../db/stored.ts'

/** As every list begins. */
const FIRST_VERSION = 1

const text = z.string()
/** As the journal and the table have it. */
export const storedField: z.ZodType<OwnField> = z.object({
  key: text.refine(isOwnKey),
  name: text,
  nameEn: text,
  synonyms: z.array(text),
  takes: ownTakes,
  required: z.boolean(),
  seenBy: z.enum(SEEN_BY),
  filledBy: z.enum(FILLED_BY),
  categories: z.array(text),
  isEnded: z.boolean(),
})

/** The school's fields of one list in their order, ended ones among them. */
export async function findOwnFields(db: Db, school: string, list: OwnList): Promise<OwnField[]> {
  const rows = await db
    .selectFrom('ownFields')
    .where('schoolId', '=', school)
    .where('list', '=', list)
    .select(['id', 'name', 'nameEn', 'synonyms', 'takes', 'required', 'seenBy', 'filledBy', 'categories'])
    .select('isEnded')
    .orderBy('position')
    .execute()
  return rows.map(({ id, ...row }) => storedField.parse({ ...row, key: ownKey(id) }))
}

/** Which list it is by now: it counts the changes. */
export async function findOwnVersion(db: Db, school: string, list: OwnList): Promise<number> {
  const found = await db
    .selectFrom('ownFieldLists')
    .where('schoolId', '=', school)
    .where('list', '=', list)
    .select('version')
    .executeTakeFirst()
  return found?.version ?? FIRST_VERSION
}

/** In place of the list that was there; journaled by the caller's transaction, which has locked the school. */
export async function saveOwnList(
  tx: Tx,
  school: string,
  { list, version, fields }: { list: OwnList; version: number; fields: readonly OwnField[] },
): Promise<void> {
  await tx
    .insertInto('ownFieldLists')
    .values({ schoolId: school, list, version })
    .onConflict((of) => of.columns(['schoolId', 'list']).doUpdateSet({ version }))
    .execute()
  await tx.deleteFrom('ownFields').where('schoolId', '=', school).where('list', '=', list).execute()
  if (fields.length === 0) return
  await tx
    .insertInto('ownFields')
    .values(
      fields.map(({ key, name, takes, synonyms, categories, ...field }, k) => ({
        ...field,
        schoolId: school,
        list,
        position: k + 1,
        id: key.slice('own:'.length),
        name,
        nameKey: foldText(name),
        takes: JSON.stringify(takes),
        synonyms: [...synonyms],
        categories: [...categories],
      })),
    )
    .execute()
}

/** Fields of the roster, or of destinations, in which something stands or has stood. */
export async function findFilled(db: Db, school: string): Promise<Readonly<Record<OwnList, Set<OwnKey>>>> {
  const { rows } = await sql<{ list: OwnList; key: string }>`
    select distinct 'roster' as list, key from students st, jsonb_object_keys(st.own_values) key
    where st.school_id = ${school} and st.own_values <> '{}'
    union
    select 'destination', key from destinations d, jsonb_each(d.details) a (key, answer)
    where d.school_id = ${school} and key like 'own:%' and answer ->> 'value' <> ''
    union
    select 'destination', key from destination_revisions r, jsonb_each(r.details) a (key, answer)
    where r.school_id = ${school} and key like 'own:%' and answer ->> 'value' <> ''
  `.execute(db)
  const of = (list: OwnList) =>
    new Set(
      rows
        .filter((row) => row.list === list)
        .map(({ key }) => key)
        .filter(isOwnKey),
    )
  const [roster, destination] = OWN_LISTS
  return { roster: of(roster), destination: of(destination) }
}

/** The categories that are registered or declared, and what their forms ask. */
export async function listCategories(db: Db) {
  const rows = await db
    .selectFrom('codes')
    .where('kind', '=', 'destination')
    .where('route', 'in', ['destination', 'declaration'])
    .select(['code', 'name', 'nameEn', 'form'])
    .orderBy('position')
    .orderBy('code')
    .execute()
  return rows.map(({ form, nameEn, ...row }) => ({
    ...row,
    nameEn: nameEn ?? row.name,
    asks: readForm(form ?? []),
  }))
}
