import { choicesOf } from '../../../domain/own-field/chosen.ts'
import { type OwnField, ownNames } from '../../../domain/own-field/field.ts'

/** A field as it crosses the wire. */
export const presentField = ({ synonyms, categories, takes, ...field }: OwnField) => ({
  ...field,
  synonyms: [...synonyms],
  categories: [...categories],
  takes: takes.kind === 'choice' ? { ...takes, choices: [...takes.choices] } : takes,
})

/** A field as a list has it: what it is called, and what it can be narrowed to. */
export const asColumn = (field: OwnField) => ({
  key: field.key,
  ...ownNames(field),
  choices: choicesOf(field.takes),
})
