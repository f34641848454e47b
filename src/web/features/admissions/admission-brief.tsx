import type { z } from 'zod'
import type { admissionRow } from '../../../contracts/admissions.ts'
import type { Brief } from '../../ui/rows.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { Age } from '../cases/age.tsx'
import { registrationWords } from '../registration/words.ts'
import { AdmissionMark } from './admission-mark.tsx'
import { VerificationNote } from './verification-note.tsx'

export type AdmissionRow = z.infer<typeof admissionRow>

/** An employer that has asked a school, as its lists show it. */
export function useAdmissionBrief(): (row: AdmissionRow) => Brief {
  const ui = useWords(uiWords)
  const facts = useWords(registrationWords)
  return ({ name, kind, status, turn, waitingSince, ...row }) => ({
    who: name,
    what: facts.kind[kind],
    state: (
      <>
        <AdmissionMark status={status} turn={turn} />
        <VerificationNote {...row} />
      </>
    ),
    due: turn ? <Age since={waitingSince} /> : ui.none,
  })
}
