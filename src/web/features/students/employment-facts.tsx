import type { z } from 'zod'
import type { employment } from '../../../contracts/students.ts'
import { Facts } from '../../ui/facts.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { StatusTag } from '../cases/status-tag.tsx'
import { studentWords } from './words.ts'

/** 就业信息, for the student and for the school alike. */
export function EmploymentFacts({ of }: { of: z.infer<typeof employment> }) {
  const nameOf = useNameOf()
  const w = useWords(studentWords)
  return (
    <Facts
      of={[
        [w.status, <StatusTag key="s" kind="employmentStatus" status={of.status} />],
        ...(of.category ? [[w.category, nameOf(of.category)] as const] : []),
        ...(of.date ? [[w.date, of.date.replaceAll('-', '.')] as const] : []),
        ...(of.holder ? [[w.holder, of.holder] as const] : []),
      ]}
    />
  )
}
