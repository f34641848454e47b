import type { ComponentProps } from 'react'
import { EMPLOYER_FIELDS, type EmployerFacts as Said } from '../../../domain/employer-facts.ts'
import { Facts } from '../../ui/facts.tsx'
import { useWords } from '../../words/language.tsx'
import { useCodeOptions } from '../terms/code-options.ts'
import { registrationWords } from './words.ts'

/** A field of what an employer says of itself, in words. */
export function useFactText() {
  const w = useWords(registrationWords)
  const tables = {
    industry: useCodeOptions('industry'),
    size: useCodeOptions('employer_size'),
    nature: useCodeOptions('employer_nature'),
    region: useCodeOptions('region'),
  }
  return (facts: Said, field: keyof Said): string => {
    if (field === 'kind') return w.kind[facts.kind]
    const options = field in tables ? tables[field as keyof typeof tables] : null
    return options?.find(({ value }) => value === facts[field])?.label ?? facts[field]
  }
}

type Shown = { of: Said; creditCode: string; more?: ComponentProps<typeof Facts>['of'] }

/** What an employer says of itself; of no agency, no licence is spoken of. */
export function EmployerFacts({ of, creditCode, more = [] }: Shown) {
  const w = useWords(registrationWords)
  const textOf = useFactText()
  const fields = EMPLOYER_FIELDS.filter((field) => field !== 'licenceNumber' || of.kind === 'agency')
  return (
    <Facts
      of={[
        [w.creditCode, creditCode],
        ...fields.map((field) => [w.name[field], textOf(of, field)] as const),
        ...more,
      ]}
    />
  )
}
