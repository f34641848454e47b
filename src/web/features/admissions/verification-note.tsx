import type { VerificationState } from '../../../domain/admission/verification.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { admissionWords } from './words.ts'

type Props = { verification: VerificationState; verifyDue: string | null }

/** Until when the school's verification holds, where that is soon or over. */
export function VerificationNote({ verification, verifyDue }: Props) {
  const w = useWords(admissionWords).verification
  const figures = useFigures()
  if (verification === 'fresh' || verifyDue === null) return null
  return (
    <p className={verification === 'overdue' ? 'old' : 'soft'}>{w[verification](figures.day(verifyDue))}</p>
  )
}
