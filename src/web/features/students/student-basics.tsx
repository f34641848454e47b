import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../contracts/address.ts'
import { unmaskStudent } from '../../../contracts/roster.ts'
import type { StudentFile } from '../../../contracts/students.ts'
import { call } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { caseWords } from '../cases/words.ts'
import { useAskedPurpose } from './purpose-field.tsx'
import { rosterListWords } from './roster-list-words.ts'
import { rosterWords } from './roster-words.ts'
import { studentWords } from './words.ts'
import './enrolment-acts.css'

type Whole = Output<typeof unmaskStudent>

/** What the roster says of a student, numbers masked until they are shown for a purpose, as long as the page is open. */
export function StudentBasics({ school, of }: { school: string; of: StudentFile }) {
  const w = useWords(rosterWords)
  const list = useWords(rosterListWords)
  const students = useWords(studentWords)
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const nameOf = useNameOf()
  const client = useQueryClient()
  const { asked, asksFor } = useAskedPurpose()
  const [shown, setShown] = useState<{ readonly version: number; readonly whole: Whole } | null>(null)
  const whole = shown?.version === of.version ? shown.whole : null
  const further = (whole?.further ?? []).map((one) => [nameOf(one), one.value] as const)
  return (
    <>
      <Facts
        of={[
          [cases.studentNumber, of.studentNumber],
          [students.document[of.documentType], whole?.documentNumber ?? of.maskedIdNumber],
          [students.phone, (whole?.phone ?? of.maskedPhone) || ui.none],
          [cases.college, of.college],
          [cases.major, of.major],
          [list.className, of.className || ui.none],
          [students.level, nameOf(of.educationLevel)],
          [students.year, of.graduationYear],
          [list.enrolment, list.enrolments[of.enrolment]],
          [w.verification, of.verified ? w.verified : w.notVerified],
          ...further,
        ]}
      />
      {!whole && (
        <div className="enrolment-acts">
          <ActButton
            {...w.unmask}
            reason="optional"
            asksFor={asksFor}
            asked={asked}
            act={async (reason, { purpose }) => {
              if (!purpose) return
              const params = { school, id: of.id }
              const given = await call(unmaskStudent, { params, body: { purpose, reason } })
              setShown({ version: of.version, whole: given })
            }}
            settled={() => client.invalidateQueries()}
          />
        </div>
      )}
    </>
  )
}
