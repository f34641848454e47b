import { useNameOf, useWords } from '../../words/language.tsx'
import { correctionWords } from './words.ts'

type Named = { readonly name: string; readonly nameEn: string }

/** The fields by their headings, in one line. */
export function useFieldNames(): (fields: readonly Named[]) => string {
  const nameOf = useNameOf()
  const { between } = useWords(correctionWords)
  return (fields) => fields.map(nameOf).join(between)
}
