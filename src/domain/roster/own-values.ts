/** A student's values in the school's own fields, as staff fill them in on the student's file. */
import { isOwnKey, type OwnField, type OwnKey } from '../own-field/field.ts'
import { readOwn } from '../own-field/read.ts'
import { Refusal } from '../refusal.ts'
import type { RosterValues } from './columns.ts'
import type { Change } from './compare.ts'
import { InvalidRosterFields } from './read-values.ts'

/** Refuses what is in no field of these: another school's, one that has been ended, one that was removed meanwhile. */
export function refuseUnlessInUse(typed: RosterValues, own: readonly OwnField[], at = 'values'): void {
  const stray = Object.keys(typed).find((key) => isOwnKey(key) && !own.some((field) => field.key === key))
  if (stray !== undefined) throw new Refusal('field-not-in-use', { field: `${at}.${stray}` })
}

/**
 * What is changed by what was typed; a field that is not named stays, an empty one is emptied. Refuses with every field that
 * is wrong, and where nothing would change.
 */
export function changesOfOwn(
  before: RosterValues,
  typed: Readonly<Record<OwnKey, string>>,
  own: readonly OwnField[],
): Change[] {
  refuseUnlessInUse(typed, own, 'own')
  const read = own.flatMap((field) => {
    const { key, takes, required } = field
    const text = typed[key]
    if (text === undefined) return []
    if (text.trim() !== '') return [{ key, text, said: readOwn(takes, text) }]
    return [{ key, text, said: required ? { fault: 'needed' as const } : { value: '' } }]
  })
  const faults = read.flatMap(({ key, text, said }) =>
    'fault' in said
      ? [{ field: `own.${key}`, fault: said.fault, details: said.details ?? {}, value: text }]
      : [],
  )
  if (faults.length > 0) throw new InvalidRosterFields(faults)
  const changes = read.flatMap(({ key, said }): Change[] => {
    const [from, to] = [before[key] ?? '', 'value' in said ? said.value : '']
    return from === to ? [] : [{ key, from, to }]
  })
  if (changes.length === 0) throw new Refusal('nothing-changed', { field: 'own' })
  return changes
}

/** With these changes in them; what was emptied is not there. */
export function withChanges(
  before: Readonly<Record<OwnKey, string>>,
  changes: readonly Change[],
): Readonly<Record<OwnKey, string>> {
  const after: Readonly<Record<OwnKey, string>> = {
    ...before,
    ...Object.fromEntries(changes.map(({ key, to }) => [key, to])),
  }
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== ''))
}
