import type { ReactNode } from 'react'
import type { OwnTakes } from '../../../domain/own-field/field.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { ActButton, type ActWords } from '../cases/act-button.tsx'
import { OwnInput, useOwnFault } from './own-input.tsx'

export type ToFillIn = {
  readonly key: string
  readonly name: string
  readonly nameEn: string
  readonly takes: OwnTakes
  readonly required: boolean
  readonly value: string
}
type Props = {
  words: ActWords
  fields: readonly ToFillIn[]
  /** Under which name they are sent: `values`, `details`. */
  at: string
  hasReason?: boolean
  /** Only what is another than it was. */
  act: (changed: Readonly<Record<string, string>>, reason: string) => Promise<unknown>
  settled: () => void
}

/** Fields of the school's own, as staff fill them in: what is typed is judged as the server judges it. */
export function FillIn({ words, fields, at: sentAt, hasReason = false, act, settled }: Props): ReactNode {
  const ui = useWords(uiWords)
  const nameOf = useNameOf()
  const faultOf = useOwnFault()
  const before = Object.fromEntries(fields.map(({ key, value }) => [key, value]))
  const pathOf = (key: string) => `${sentAt}.${key}`
  return (
    <ActButton<Record<string, string>>
      {...words}
      {...(hasReason && { reason: 'optional' as const })}
      asked={{
        initial: before,
        names: Object.fromEntries(fields.map((field) => [pathOf(field.key), nameOf(field)])),
        faults: (given) =>
          Object.fromEntries(
            fields.map((field) => {
              const typed = given[field.key] ?? ''
              const isMissing = field.required && typed.trim() === ''
              return [pathOf(field.key), isMissing ? ui.needed(nameOf(field)) : faultOf(field.takes, typed)]
            }),
          ),
        show: (given, change, at) =>
          fields.map((field) => {
            const place = at(pathOf(field.key))
            return (
              <div key={field.key}>
                <label htmlFor={place.id}>
                  {nameOf(field)}
                  {!field.required && ui.optional}
                </label>
                <OwnInput
                  id={place.id}
                  takes={field.takes}
                  value={given[field.key] ?? ''}
                  hasFault={place.fault !== null}
                  {...(place.fault && { describedBy: `${place.id}-fault` })}
                  onChange={(value) => change({ [field.key]: value })}
                />
                <FieldFault of={place} />
              </div>
            )
          }),
      }}
      act={(reason, given) => {
        const changed = Object.entries(given).filter(([key, value]) => value !== before[key])
        return act(Object.fromEntries(changed), reason)
      }}
      settled={settled}
    />
  )
}
