import type { OwnField } from '../../../domain/own-field/field.ts'

/** A field as it crosses the wire. */
export const presentField = ({ synonyms, categories, takes, ...field }: OwnField) => ({
  ...field,
  synonyms: [...synonyms],
  categories: [...categories],
  takes: takes.kind === 'choice' ? { ...takes, choices: [...takes.choices] } : takes,
})
