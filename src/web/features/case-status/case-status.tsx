import type { CaseKind } from '../../../domain/case.ts'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { StatusTag } from '../cases/status-tag.tsx'
import type { Statuses } from '../cases/statuses.ts'
import { type Reader, type StandingOf, sentenceOf } from './sentence.ts'
import { caseStatusWords } from './words.ts'
import './case-status.css'

/** Whose turn it is, as the reader's own: staff of a college review at its level. */
function useReader(): Reader {
  const { portal, staffRole } = useMe()
  return portal === 'school' && staffRole === 'college_reviewer' ? 'college' : portal
}

/** The one sentence of a case: where it stands and whose turn it is. */
export function Sentence<Kind extends CaseKind>({ kind, of }: { kind: Kind; of: StandingOf<Kind> }) {
  return sentenceOf(useWords(caseStatusWords), kind, of, useReader())
}

const STATUS = {
  invitation: 'invitationStatus',
  agreement: 'agreementStatus',
  dissolution: 'dissolutionStatus',
  destination: 'destinationStatus',
} as const satisfies Record<CaseKind, keyof Statuses>

type Props<Kind extends CaseKind> = {
  kind: Kind
  of: { readonly status: Statuses[(typeof STATUS)[Kind]]; readonly standing: StandingOf<Kind> }
}

/** A case's status alone, where there is no room for its sentence: on a row of a phone. */
export const CaseMark = <Kind extends CaseKind>({ kind, of: { status, standing } }: Props<Kind>) => (
  <StatusTag kind={STATUS[kind]} status={status} holder={standing.turn} />
)

/** A case's status and its sentence, in every list and on every page. */
export function CaseStatus<Kind extends CaseKind>({ kind, of }: Props<Kind>) {
  return (
    <span className="case-status">
      <CaseMark kind={kind} of={of} />
      <span className="soft">
        <Sentence kind={kind} of={of.standing} />
      </span>
    </span>
  )
}
