import type { CaseKind } from '../../../domain/case.ts'
import type { Holder } from '../../../domain/review.ts'
import { useWords } from '../../words/language.tsx'
import { useReader } from '../accounts/me.ts'
import { StatusTag } from '../cases/status-tag.tsx'
import type { Statuses } from '../cases/statuses.ts'
import { partsOf, type StandingOf, sentenceOf } from './sentence.ts'
import { caseStatusWords } from './words.ts'
import './case-status.css'

/** The one sentence of a case: where it stands and whose turn it is. */
export function Sentence<Kind extends CaseKind>({ kind, of }: { kind: Kind; of: StandingOf<Kind> }) {
  return sentenceOf(useWords(caseStatusWords), kind, of, useReader())
}

/** On a desk, where the turn stands in a mark: what has been done, beside what is due. */
export function useParts() {
  const w = useWords(caseStatusWords)
  const reader = useReader()
  return <Kind extends CaseKind>(kind: Kind, of: StandingOf<Kind>) => ({
    ...partsOf(w, kind, of, reader),
    isMine: of.turn === reader,
  })
}

type Marked<K extends keyof Statuses> = { kind: K; status: Statuses[K]; turn: Holder }
/** A status with what it is to its reader: the sentence beside it says the same. */
export function TurnMark<K extends keyof Statuses>({ kind, status, turn }: Marked<K>) {
  const reader = useReader()
  return (
    <StatusTag kind={kind} status={status} isMine={turn && turn === reader} atCollege={turn === 'college'} />
  )
}

const STATUS = {
  invitation: 'invitationStatus',
  agreement: 'agreementStatus',
  dissolution: 'dissolutionStatus',
  destination: 'destinationStatus',
  correction: 'correctionStatus',
} as const satisfies Record<CaseKind, keyof Statuses>

type Props<Kind extends CaseKind> = {
  kind: Kind
  of: { readonly status: Statuses[(typeof STATUS)[Kind]]; readonly standing: StandingOf<Kind> }
}

/** A case's status alone, where there is no room for its sentence: on a row of a phone. */
export const CaseMark = <Kind extends CaseKind>({ kind, of: { status, standing } }: Props<Kind>) => (
  <TurnMark kind={STATUS[kind]} status={status} turn={standing.turn} />
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
