import type { z } from 'zod'
import type { employment } from '../../../contracts/students.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { StatusTag } from '../cases/status-tag.tsx'
import { studentWords } from './words.ts'

/** 就业信息, for the student and for the school alike. */
export function EmploymentFacts({ of }: { of: z.infer<typeof employment> }) {
  const nameOf = useNameOf()
  const w = useWords(studentWords)
  const figures = useFigures()
  return (
    <Facts
      of={[
        [w.status, <StatusTag key="s" kind="employmentStatus" status={of.status} />],
        [w.category, of.category ? nameOf(of.category) : ''],
        [w.date, of.date ? figures.day(of.date) : ''],
        [w.holder, of.holder ?? ''],
      ]}
    />
  )
}
