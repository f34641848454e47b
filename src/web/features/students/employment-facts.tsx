import type { z } from 'zod'
import type { employment } from '../../../contracts/students.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { Sentence } from '../case-status/case-status.tsx'
import { StatusTag } from '../cases/status-tag.tsx'
import { studentWords } from './words.ts'

type Standing = NonNullable<z.infer<typeof employment>['standing']>
/** Of what holds the place. */
const HolderSentence = ({ of }: { of: Standing }) =>
  of.kind === 'agreement' ? (
    <Sentence kind="agreement" of={of.of} />
  ) : (
    <Sentence kind="destination" of={of.of} />
  )

/** 就业信息, for the student and for the school alike. */
export function EmploymentFacts({ of }: { of: z.infer<typeof employment> }) {
  const nameOf = useNameOf()
  const w = useWords(studentWords)
  const figures = useFigures()
  return (
    <Facts
      of={[
        [
          w.status,
          <span key="s" className="case-status">
            <StatusTag kind="employmentStatus" status={of.status} holder={of.standing?.of.turn} />
            {of.standing && (
              <span className="soft">
                <HolderSentence of={of.standing} />
              </span>
            )}
          </span>,
        ],
        ...(of.category ? [[w.category, nameOf(of.category)] as const] : []),
        ...(of.date ? [[w.date, figures.day(of.date)] as const] : []),
        ...(of.holder ? [[w.holder, of.holder] as const] : []),
      ]}
    />
  )
}
