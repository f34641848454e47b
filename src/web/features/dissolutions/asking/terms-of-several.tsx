import { useQueries } from '@tanstack/react-query'
import { type DissolvableRow, getDissolutionOffer } from '../../../../contracts/dissolutions.ts'
import { yuanFromFen } from '../../../../domain/money.ts'
import { ask } from '../../../call.ts'
import { useWords } from '../../../words/language.tsx'
import { lawWords } from '../rules/law-words.ts'
import { useRuleSentences } from '../rules/school-rules.ts'
import { rulesWords } from '../rules/words.ts'

/** What was agreed with each, and the rules of each of their schools, before they are asked. */
export function TermsOfSeveral({ rows }: { rows: readonly DissolvableRow[] }) {
  const law = useWords(lawWords)
  const rule = useWords(rulesWords)
  const sentences = useRuleSentences()
  const offers = useQueries({
    queries: rows.map(({ id, school }) => ask(getDissolutionOffer, { params: { school: school.code, id } })),
  })
  const read = rows.flatMap((row, index) => {
    const offer = offers[index]?.data
    return offer ? [{ row, offer }] : []
  })
  const bySchool = new Map(read.map(({ row, offer }) => [row.school.name, offer.rules]))
  return (
    <>
      <ul className="law">
        {read.map(({ row: { id, student }, offer }) => (
          <li key={id}>
            {law.penaltyOf(`${student.name} ${student.studentNumber}`, yuanFromFen(offer.penalty))}
          </li>
        ))}
      </ul>
      {[...bySchool].map(([school, rules]) => (
        <section key={school}>
          <h2>{rule.of(school)}</h2>
          <ul className="law">
            {sentences(rules, 'online', 'employer').map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
