import type { OwnColumn } from '../../../contracts/own-fields.ts'
import { choosing, chosenIn, chosenText } from '../../../domain/own-field/chosen.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { ownFieldWords } from './words.ts'

/** Fields of a school's own by which a list is narrowed; `own` is what its address says of them. */
export function useOwnChoices(fields: readonly OwnColumn[], own: string | undefined) {
  const w = useWords(ownFieldWords).narrowed
  const nameOf = useNameOf()
  const chosen = chosenIn(own ?? '') ?? new Map()
  const offered = fields.filter(({ choices }) => choices.length > 0)
  return {
    choices: offered.map((field) => ({
      name: field.key,
      label: nameOf(field),
      all: w.all(nameOf(field)),
      value: chosen.get(field.key) ?? '',
      options: field.choices.map((choice) => ({ value: choice.value, label: nameOf(choice) })),
      /** What the address says once this is chosen. */
      choose: (value: string | undefined) => chosenText(choosing(chosen, field.key, value)) || undefined,
    })),
    /** All that is chosen, in words. */
    said: offered
      .flatMap((field) => {
        const choice = field.choices.find(({ value }) => value === chosen.get(field.key))
        return choice ? [w.chosen(nameOf(field), nameOf(choice))] : []
      })
      .join(w.between),
  }
}
