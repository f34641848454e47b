import { LONGEST } from '../../../domain/longest.ts'
import type { FieldAt } from '../../ui/field-at.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { codeTablesWords } from './code-tables-words.ts'

/** A row of a code table as it is typed. */
export type CodeDraft = Readonly<Record<'name' | 'nameEn' | 'validFrom' | 'validUntil', string>>
type Text = {
  readonly name: string
  readonly nameEn: string | null
  readonly validFrom: number | null
  readonly validUntil: number | null
}
const YEAR = /^(?:(?:199|20\d)\d|2100)?$/

export const codeDraftOf = ({ name, nameEn, validFrom, validUntil }: Text): CodeDraft => ({
  name,
  nameEn: nameEn ?? '',
  validFrom: String(validFrom ?? ''),
  validUntil: String(validUntil ?? ''),
})
const yearOf = (typed: string) => (typed.trim() === '' ? null : Number(typed))
export const codeTextOf = ({ name, nameEn, validFrom, validUntil }: CodeDraft): Text => ({
  name,
  nameEn: nameEn.trim() || null,
  validFrom: yearOf(validFrom),
  validUntil: yearOf(validUntil),
})

export function useCodeFaults() {
  const w = useWords(codeTablesWords)
  const ui = useWords(uiWords)
  const yearFault = (typed: string) => (YEAR.test(typed.trim()) ? null : w.yearWrong)
  return ({ name, validFrom, validUntil }: CodeDraft) => ({
    name: name.trim() ? null : ui.needed(w.name),
    validFrom: yearFault(validFrom),
    validUntil: yearFault(validUntil),
  })
}

type Props = { of: CodeDraft; at: (field: string) => FieldAt; change: (part: Partial<CodeDraft>) => void }

/** What can be changed of a row. */
export function CodeFields({ of, at, change }: Props) {
  const w = useWords(codeTablesWords)
  return (
    <>
      {(['name', 'nameEn'] as const).map((field) => (
        <LineField
          key={field}
          at={at(field)}
          label={w[field]}
          value={of[field]}
          most={LONGEST.organisation}
          onChange={(text) => change({ [field]: text })}
        />
      ))}
      {(['validFrom', 'validUntil'] as const).map((field) => (
        <LineField
          key={field}
          at={at(field)}
          label={w[field]}
          value={of[field]}
          most={4}
          inputMode="numeric"
          {...(field === 'validUntil' && { hint: w.yearHint })}
          onChange={(text) => change({ [field]: text })}
        />
      ))}
    </>
  )
}
