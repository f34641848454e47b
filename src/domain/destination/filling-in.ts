/** What the school itself says of a destination, in those of its own fields that staff fill in. */
import {
  type Answers,
  answerIn,
  type FieldFault,
  type FormField,
  InvalidFields,
  normalAnswer,
  ownFaultOf,
} from '../form.ts'
import { MOST_CHANGES } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import type { DestinationCase } from './case.ts'
import { DESTINATION_ENDED } from './life.ts'

type Filled = Pick<DestinationCase, 'form' | 'details'>

const isStaffs = ({ own }: FormField) => own?.filledBy === 'staff'

/** What a student answers anew, beside what staff had filled in, which stays. */
export function withStaffs(before: Filled, { form, details }: Filled): Filled {
  const kept = before.form.filter((field) => isStaffs(field) && details[field.key] === undefined)
  const answers = kept.flatMap(({ key }) => (before.details[key] ? [[key, before.details[key]]] : []))
  return { form: [...form, ...kept], details: { ...details, ...Object.fromEntries(answers) } }
}

/** Whether anything can be said of it still. */
export const isFilledIn = ({ status }: Pick<DestinationCase, 'status'>): boolean =>
  !DESTINATION_ENDED.includes(status)

export type FillingIn = {
  readonly seenVersion: number
  readonly details: Readonly<Record<string, string>>
}

/**
 * The destination with what staff fill in. `fields`: the school's own that they are asked for now; each is kept as it is defined
 * now, and what was registered stays as it was. A field that is not named stays, an empty one is emptied. Refuses with every
 * field that is wrong, and where nothing would change.
 */
export function fillInDestination(
  before: DestinationCase,
  fields: readonly FormField[],
  { seenVersion, details }: FillingIn,
): DestinationCase {
  if (!isFilledIn(before)) throw new Refusal('already-moved-on', { status: before.status })
  if (seenVersion !== before.version) throw new Refusal('content-changed', { version: before.version })
  if (before.version >= MOST_CHANGES) throw new Refusal('changed-too-often', { limit: MOST_CHANGES })
  const asked = fields.filter(({ key }) => details[key] !== undefined)
  const faults = Object.keys(details)
    .filter((key) => !fields.some((field) => field.key === key))
    .map((key): FieldFault => ({ field: `details.${key}`, fault: 'not-asked' }))
  for (const { key, own } of asked) {
    const wrong = own ? ownFaultOf(own, details[key] ?? '') : null
    if (wrong) faults.push({ field: `details.${key}`, own: wrong })
  }
  if (faults.length > 0) throw new InvalidFields(faults)
  const answers: Answers = Object.fromEntries(
    asked.map((field) => [field.key, answerIn(field, normalAnswer(field, details[field.key] ?? ''))]),
  )
  const isSame = Object.entries(answers).every(
    ([key, { value }]) => (before.details[key]?.value ?? '') === value,
  )
  if (isSame) throw new Refusal('nothing-changed', { field: 'details' })
  return {
    ...before,
    version: before.version + 1,
    form: [...before.form.filter(({ key }) => !(key in answers)), ...asked],
    details: { ...before.details, ...answers },
  }
}

/** What this reader is shown of a form: a student nothing that is the school's alone. */
export const shownTo =
  (portal: string) =>
  ({ own }: Pick<FormField, 'own'>): boolean =>
    portal !== 'student' || own?.seenBy !== 'school'
