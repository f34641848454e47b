import type { Employment } from '../../../contracts/students.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useCasePortal } from '../accounts/me.ts'
import { Sentence, TurnMark } from '../case-status/case-status.tsx'
import { CaseLink } from '../cases/case-link.tsx'
import { studentWords } from './words.ts'

type Standing = NonNullable<Employment['standing']>
/** Of what holds the place. */
const HolderSentence = ({ of }: { of: Standing }) =>
  of.kind === 'agreement' ? (
    <Sentence kind="agreement" of={of.of} />
  ) : (
    <Sentence kind="destination" of={of.of} />
  )

/** The employment status alone, with whose turn it is. */
export const EmploymentMark = ({ of }: { of: Employment }) => (
  <TurnMark kind="employmentStatus" status={of.status} turn={of.standing?.of.turn ?? null} />
)

/** 就业信息, for the student and for the school alike. */
export function EmploymentFacts({ of, school }: { of: Employment; school: string }) {
  const nameOf = useNameOf()
  const w = useWords(studentWords)
  const figures = useFigures()
  const portal = useCasePortal() === 'student' ? 'student' : 'school'
  const holder = of.standing ? (
    <CaseLink key="h" portal={portal} kind={of.standing.kind} school={school} id={of.standing.id}>
      {of.holder}
    </CaseLink>
  ) : (
    of.holder
  )
  return (
    <Facts
      of={[
        [
          w.status,
          <span key="s" className="case-status">
            <EmploymentMark of={of} />
            {of.standing && (
              <span className="soft">
                <HolderSentence of={of.standing} />
              </span>
            )}
          </span>,
        ],
        ...(of.category ? [[w.category, nameOf(of.category)] as const] : []),
        ...(of.date ? [[w.date, figures.day(of.date)] as const] : []),
        ...(of.holder ? [[w.holder, holder] as const] : []),
      ]}
    />
  )
}
