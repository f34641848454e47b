import { useQuery } from '@tanstack/react-query'
import { getAgreement } from '../../../../contracts/agreements.ts'
import { type DissolutionStatus, UNANSWERED } from '../../../../domain/dissolution/life.ts'
import { ask } from '../../../call.ts'
import { useWords } from '../../../words/language.tsx'
import { CaseLink } from '../../cases/case-link.tsx'
import { onAgreementWords } from '../on-agreement-words.ts'

type Side = 'student' | 'employer'
type Request = { id: string; askedBy: Side; status: DissolutionStatus }
type Props = { school: string; portal: Side; request: Request }

/** Who comes second finds the request of who came first, to answer it (`domain.md` §5.5); one's own is only running. */
export function OpenRequest({ school, portal, request: { id, askedBy, status } }: Props) {
  const w = useWords(onAgreementWords).openRequest
  const others = UNANSWERED.includes(status) ? w.toAnswer[askedBy] : w.others[askedBy]
  return (
    <CaseLink portal={portal} kind="dissolution" school={school} id={id}>
      {askedBy === portal ? w.own : others}
    </CaseLink>
  )
}

/** The same, where only the agreement is known: `params` are its school and id. */
export function OpenRequestOf({ params, portal }: { params: { school: string; id: string }; portal: Side }) {
  const { data } = useQuery(ask(getAgreement, { params }))
  if (!data?.dissolution) return null
  return <OpenRequest school={params.school} portal={portal} request={data.dissolution} />
}
