import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { saveOwnFields as contract } from '../../../contracts/own-fields.ts'
import { type OwnField, type OwnList, ownKey } from '../../../domain/own-field/field.ts'
import { asListed, changesBetween, refuseUnlessFollows } from '../../../domain/own-field/list.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { ROSTER_SHEET } from '../../../domain/roster/columns.ts'
import { foldText } from '../../../domain/text.ts'
import type { Doing } from '../../http/doing.ts'
import { lockSchool } from '../schools/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { SAVED } from './history.ts'
import * as own from './queries.ts'

/** Beside what its forms ask, what every destination is read by. */
const OF_DESTINATIONS = ['去向类别', '毕业去向', '毕业去向类别', '证明材料', 'Category', 'Evidence']

const takenHeadings = (list: OwnList, categories: Awaited<ReturnType<typeof own.listCategories>>) =>
  list === 'roster'
    ? new Set([...ROSTER_SHEET.known.keys(), ...ROSTER_SHEET.neverRead])
    : new Set(
        [
          ...OF_DESTINATIONS,
          ...categories.flatMap(({ asks }) => asks.flatMap(({ name, nameEn }) => [name, nameEn])),
        ].map(foldText),
      )

/**
 * Changes a list that was read, and journals it beside what it was. The school is locked, as whoever enters a file that was
 * judged by the list locks it.
 */
export async function saveOwnFields(
  { tx, actor, acting: { at } }: Doing,
  school: string,
  { list, version: seen, fields }: z.output<typeof contract.schema.body>,
): Promise<void> {
  await lockSchool(tx, school)
  const version = await own.findOwnVersion(tx, school, list)
  if (seen !== version) throw new Refusal('content-changed', { version })
  const before = await own.findOwnFields(tx, school, list)
  const after: OwnField[] = fields.map((field) =>
    asListed(list, { ...field, key: field.key ?? ownKey(uuidv7()) }),
  )
  const categories = await own.listCategories(tx)
  refuseUnlessFollows(
    {
      list,
      before,
      fresh: new Set(after.filter((_, k) => fields[k]?.key === null).map(({ key }) => key)),
      filled: (await own.findFilled(tx, school))[list],
      taken: takenHeadings(list, categories),
      categories: new Set(categories.map(({ code }) => code)),
    },
    after,
  )
  if (changesBetween(before, after).length === 0) throw new Refusal('nothing-changed')
  await own.saveOwnList(tx, school, { list, version: version + 1, fields: after })
  await recordOnSchool({ tx, actor, at }, school, SAVED, {
    list,
    before: JSON.stringify(before),
    after: JSON.stringify(after),
  })
}
