import type { Input } from '../../contracts/address.ts'
import { listOwnFields, saveOwnFields } from '../../contracts/own-fields.ts'
import type { OwnList } from '../../domain/own-field/field.ts'
import type { Visitor } from '../http/visitor.ts'

type Defined = Input<typeof saveOwnFields>['body']['fields'][number]
/** A field that a test says no more of than it is about. */
export const ownField = (name: string, change: Partial<Defined> = {}): Defined => ({
  key: null,
  name,
  takes: { kind: 'text', most: 50 },
  required: false,
  seenBy: 'student',
  ...change,
})

/** The list of a school with these behind what it has; its keys in their order. */
export async function addOwnFields(
  by: Visitor,
  { school, list }: { school: string; list: OwnList },
  fields: readonly Defined[],
) {
  const params = { school }
  const before = (await by.call(listOwnFields, { params }))[list]
  const body = { list, version: before.version, fields: [...before.fields, ...fields] }
  const after = (await by.call(saveOwnFields, { params, body }))[list]
  return after.fields.slice(-fields.length).map(({ key }) => key)
}
