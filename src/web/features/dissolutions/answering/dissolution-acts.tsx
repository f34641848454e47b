import { type DissolutionView, dissolutionActs } from '../../../../contracts/dissolutions.ts'
import { useWords } from '../../../words/language.tsx'
import { type Acts, CaseActs } from '../../cases/case-acts.tsx'
import { AgreeButton } from './agree-button.tsx'
import { AcceptEvidenceButton, CorrectButton } from './evidence-acts.tsx'
import { PassButton } from './pass-button.tsx'
import { RefuseButton } from './refuse-button.tsx'
import { answeringWords } from './words.ts'

const ACTS = {
  agree: AgreeButton,
  refuse: RefuseButton,
  withdraw: [dissolutionActs.withdraw, 'danger', 'none'],
  'accept-evidence': AcceptEvidenceButton,
  correct: CorrectButton,
  pass: PassButton,
  reject: [dissolutionActs.reject, 'danger', 'needed'],
} as const satisfies Acts<'dissolution', DissolutionView>

export const DissolutionActs = ({ of }: { of: DissolutionView }) => (
  <CaseActs kind="dissolution" of={of} acts={ACTS} words={useWords(answeringWords).act} />
)
