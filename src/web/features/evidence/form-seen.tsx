import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { evidenceWords } from './words.ts'

/** Which page of which paper form a picture was recognised as; a form that does not count says so. Nothing of what is none. */
export function FormSeen({ of }: { of: EvidenceFile['form'] }) {
  const w = useWords(evidenceWords).form
  if (!of) return null
  const said = w.page(of.number, w.copy[of.copy], of.page)
  return (
    <StateMark standing={of.standing === 'own' ? 'done' : 'wrong'}>
      {of.standing === 'own' ? said : `${said} · ${w.not[of.standing]}`}
    </StateMark>
  )
}
