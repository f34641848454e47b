import { actsAmong, actsUntil, type PlainEntry, said, textEntry } from '../document/entry.ts'
import type { DocumentForm } from '../document/sealed.ts'
import type { EventName } from '../event.ts'
import type { SealMark } from '../seal/seal.ts'
import type { ActSigned } from '../signing/bound.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Terms } from '../terms.ts'
import {
  AGREEMENT_ENDED,
  type AgreementKind,
  type AgreementStatus,
  AWAITS_SEAL,
  isCertified,
} from './life.ts'
import { type SealBorne, sealsBorne } from './seals.ts'

/**
 * 就业协议书: what the document of an agreement says, made of committed facts alone and in its order. The sealed PDF, a
 * copy for reading and what a browser prints are one text: all are worded from this (`words/word-agreement.ts`).
 */
export type DocumentFacts = {
  readonly number: string
  readonly kind: AgreementKind
  readonly status: AgreementStatus
  readonly school: { readonly code: string; readonly name: string }
  readonly parties: Snapshot
  readonly terms: Terms
  /** What the category of the job is called. */
  readonly jobName: string
  readonly termsHash: string
  /** The notice that was read before signing, in the language of the document; null for a paper. */
  readonly notice: { readonly version: number; readonly paragraphs: readonly string[] } | null
  /** The day that a paper bears. */
  readonly signedOn: string | null
  /** When the employer sealed it; `null` where it is still to, `undefined` where it does not (待单位签章). */
  readonly unitSealedAt?: string | null | undefined
  /** Instants, ISO 8601. */
  readonly formedAt: string
  readonly effectiveAt: string | null
  readonly endedAt: string | null
  /** That the school used when it certified; nothing of it where it had none. */
  readonly schoolSeal?: SealMark | undefined
  /** The case's lines in the journal, oldest first. */
  readonly acts: readonly DocumentAct[]
}

export type DocumentAct = {
  readonly at: string
  readonly action: EventName
  readonly actorName: string
  readonly actorRole: string
  /** How it was signed; nothing of it in documents of before. */
  readonly signed?: ActSigned | null
}

/** The acts by which the parties and the school are bound; others, such as what was read or reported since, are not part of it. */
export const DOCUMENT_ACTS = [
  'invitation.send',
  'invitation.revise',
  'invitation.accept',
  'agreement.register',
  'agreement.correct',
  'agreement.propose-amendment',
  'agreement.accept-amendment',
  'agreement.pass',
  'agreement.seal',
  'agreement.dissolve',
] as const satisfies readonly EventName[]
export type BindingAct = DocumentAct & { readonly action: (typeof DOCUMENT_ACTS)[number] }

/**
 * What every page bears across it: nothing while it is in force (R22). `certified` says that the school has passed it,
 * also of what was dissolved since.
 */
export type DocumentMark = 'not-certified' | 'awaiting-seal' | 'dissolved' | null

/** What is named in it, and how its value is written; a value that was left out is null. */
export type DocumentEntry =
  | PlainEntry<EntryName>
  | { readonly name: EntryName; readonly as: 'file-method'; readonly value: string | null }
  | { readonly name: EntryName; readonly as: 'kind'; readonly value: AgreementKind }

export const ENTRY_NAMES = [
  'employer',
  'creditCode',
  'contactName',
  'contactPhone',
  'student',
  'studentNumber',
  'college',
  'major',
  'school',
  'schoolCode',
  'kindOfSigning',
  'signedOn',
  'registeredAt',
  'formedAt',
  'unitSealedAt',
  'effectiveAt',
  'dissolvedAt',
  'position',
  'jobCategory',
  'probationDays',
  'probationPay',
  'regularPay',
  'penalty',
  'reportBy',
  'region',
  'contractMonths',
  'serviceMonths',
  'benefits',
  'housing',
  'method',
  'receiver',
  'address',
  'postcode',
  'fileContact',
  'filePhone',
  'household',
] as const
export type EntryName = (typeof ENTRY_NAMES)[number]

export const DOCUMENT_PARTS = ['employer', 'student', 'school', 'terms', 'file'] as const
export type DocumentPart = (typeof DOCUMENT_PARTS)[number]

export type DocumentContent = {
  readonly number: string
  readonly kind: AgreementKind
  readonly mark: DocumentMark
  readonly isCertified: boolean
  readonly dissolvedAt: string | null
  readonly parts: readonly { readonly part: DocumentPart; readonly entries: readonly DocumentEntry[] }[]
  readonly clauses: Terms['clauses']
  readonly remarks: Terms['remarks']
  readonly notice: DocumentFacts['notice']
  readonly acts: readonly BindingAct[]
  readonly seals: readonly SealBorne[]
  readonly termsHash: string
  readonly schoolName: string
  readonly effectiveAt: string | null
}

/** Over once and in force before: nothing else of what was certified ends. */
const wasDissolved = ({ status, effectiveAt }: Pick<DocumentFacts, 'status' | 'effectiveAt'>) =>
  effectiveAt !== null && !isCertified(status) && AGREEMENT_ENDED.includes(status)

function markOf(status: AgreementStatus): DocumentMark {
  if (isCertified(status)) return null
  return AWAITS_SEAL.includes(status) ? 'awaiting-seal' : 'not-certified'
}

/** The same facts give the same content, whenever and by whomever it is asked for. */
export function agreementDocument(of: DocumentFacts): DocumentContent {
  const { terms, parties, kind } = of
  const dissolvedAt = wasDissolved(of) ? of.endedAt : null
  const { file, household } = terms
  return {
    number: of.number,
    kind,
    mark: dissolvedAt ? 'dissolved' : markOf(of.status),
    isCertified: of.effectiveAt !== null,
    dissolvedAt,
    parts: [
      {
        part: 'employer',
        entries: [
          textEntry('employer', parties.employer.name),
          textEntry('creditCode', parties.employer.creditCode),
          textEntry('contactName', terms.contactName),
          textEntry('contactPhone', terms.contactPhone),
        ],
      },
      {
        part: 'student',
        entries: [
          textEntry('student', parties.student.name),
          textEntry('studentNumber', parties.student.studentNumber),
          textEntry('college', parties.student.college),
          textEntry('major', parties.student.major),
        ],
      },
      {
        part: 'school',
        entries: [
          textEntry('school', of.school.name),
          textEntry('schoolCode', of.school.code),
          { name: 'kindOfSigning', as: 'kind', value: kind },
          ...(of.signedOn ? [{ name: 'signedOn', as: 'day', value: of.signedOn } as const] : []),
          { name: of.signedOn ? 'registeredAt' : 'formedAt', as: 'instant', value: of.formedAt },
          ...(of.unitSealedAt === undefined
            ? []
            : [{ name: 'unitSealedAt', as: 'instant', value: of.unitSealedAt } as const]),
          { name: 'effectiveAt', as: 'instant', value: of.effectiveAt },
          ...(dissolvedAt ? [{ name: 'dissolvedAt', as: 'instant', value: dissolvedAt } as const] : []),
        ],
      },
      {
        part: 'terms',
        entries: [
          textEntry('position', terms.position),
          textEntry('jobCategory', of.jobName),
          { name: 'probationDays', as: 'number', value: terms.probationDays },
          { name: 'probationPay', as: 'pay', value: terms.probationPay },
          { name: 'regularPay', as: 'pay', value: terms.regularPay },
          { name: 'penalty', as: 'money', value: terms.penalty },
          { name: 'reportBy', as: 'day', value: terms.reportBy },
          textEntry('region', `${terms.regionName} ${terms.workAddress}`.trim()),
          { name: 'contractMonths', as: 'number', value: terms.contractMonths },
          { name: 'serviceMonths', as: 'number', value: terms.serviceMonths },
          textEntry('benefits', terms.benefits),
          textEntry('housing', terms.housing),
        ],
      },
      {
        part: 'file',
        entries: [
          { name: 'method', as: 'file-method', value: file.method },
          textEntry('receiver', file.receiver),
          textEntry('address', file.address),
          textEntry('postcode', file.postcode),
          textEntry('fileContact', file.contactName),
          textEntry('filePhone', file.contactPhone),
          { name: 'household', as: 'yes-no', value: household.accepted, beside: said(household.address) },
        ],
      },
    ],
    clauses: terms.clauses,
    remarks: terms.remarks,
    notice: of.notice,
    acts: actsAmong(of.acts, DOCUMENT_ACTS),
    seals: sealsBorne(of),
    termsHash: of.termsHash,
    schoolName: of.school.name,
    effectiveAt: of.effectiveAt,
  }
}

/**
 * The facts as they were at the instant of certification: what is sealed says nothing of what happened since, however
 * late the seal comes. An Error for what was never certified.
 */
export function asCertified<F extends DocumentFacts>(of: F): F {
  const { effectiveAt } = of
  if (effectiveAt === null) throw new Error(`agreement ${of.number} was never certified`)
  return {
    ...of,
    status: 'effective',
    endedAt: null,
    acts: actsUntil(of.acts, effectiveAt),
  }
}

/** Which form somebody is given who asks for none: of what was dissolved a copy that says so. */
export const usualForm = (of: Pick<DocumentFacts, 'status'>): DocumentForm =>
  isCertified(of.status) ? 'sealed' : 'copy'
