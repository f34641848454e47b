import type { z } from 'zod'
import type { correctionRow } from '../../../contracts/corrections.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { CaseStatus } from '../case-status/case-status.tsx'
import { CaseLink } from '../cases/case-link.tsx'
import { caseWords } from '../cases/words.ts'
import { useFieldNames } from './field-names.ts'
import { correctionWords } from './words.ts'

/** The student's open correction: who has it, since when, and that signing waits for it. */
export function OpenCorrection({ of, school }: { of: z.infer<typeof correctionRow>; school: string }) {
  const w = useWords(correctionWords)
  const cases = useWords(caseWords)
  const { said } = useFigures()
  const namesOf = useFieldNames()
  return (
    <section className="card">
      <h2>
        <CaseLink portal="student" kind="correction" school={school} id={of.id}>
          {w.title} · {namesOf(of.fields)}
        </CaseLink>
      </h2>
      <CaseStatus kind="correction" of={of} />
      <p className="soft">
        {cases.since(said.instant(of.waitingSince))} · {w.signingWaits}
      </p>
    </section>
  )
}
