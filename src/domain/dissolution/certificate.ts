import type { AgreementKind } from '../agreement/life.ts'
import { actsAmong, actsUntil, type DocumentAct, type PlainEntry, textEntry } from '../document/entry.ts'
import type { DocumentForm } from '../document/sealed.ts'
import type { EventName } from '../event.ts'
import type { Side } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import type { SealMark } from '../seal/seal.ts'
import type { Snapshot } from '../snapshot.ts'

/** 解约办理中证明: a dissolution has been asked for and is under way. 解约证明: it is complete. */
export const CERTIFICATE_KINDS = ['dissolving', 'dissolved'] as const
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number]

/** What they are made of: nothing of why it is dissolved, and on whose side the fault is, for that is nobody else's. */
export type CertificateFacts = {
  readonly kind: CertificateKind
  readonly school: { readonly code: string; readonly name: string }
  readonly parties: Snapshot
  readonly agreement: { readonly number: string; readonly kind: AgreementKind; readonly effectiveAt: string }
  readonly askedBy: Side
  /** Instants, ISO 8601. */
  readonly askedAt: string
  readonly endedAt: string | null
  /** It has ended by dissolving the agreement. */
  readonly isDissolved: boolean
  /** The request's lines in the journal, oldest first. */
  readonly acts: readonly { readonly at: string; readonly action: EventName; readonly actorName: string }[]
  /** That the school used when it was ordered; nothing of it where it had none. */
  readonly schoolSeal?: SealMark | undefined
  /** Where anybody reads how it stands. */
  readonly proof: { readonly address: string; readonly code: string }
}

export const CERTIFICATE_ACTS = [
  'dissolution.ask',
  'dissolution.agree',
  'dissolution.accept-evidence',
  'dissolution.pass',
] as const satisfies readonly EventName[]
export type CertificateAct = (typeof CERTIFICATE_ACTS)[number]

export const CERTIFICATE_PARTS = ['student', 'employer', 'agreement', 'dissolution'] as const
export type CertificatePart = (typeof CERTIFICATE_PARTS)[number]
export const CERTIFICATE_NAMES = [
  'student',
  'studentNumber',
  'college',
  'major',
  'graduatedFrom',
  'employer',
  'creditCode',
  'number',
  'kindOfSigning',
  'effectiveAt',
  'askedBy',
  'askedAt',
  'dissolvedAt',
  'endedAt',
] as const
export type CertificateName = (typeof CERTIFICATE_NAMES)[number]
export type CertificateEntry =
  | PlainEntry<CertificateName>
  | { readonly name: CertificateName; readonly as: 'kind'; readonly value: AgreementKind }
  | { readonly name: CertificateName; readonly as: 'side'; readonly value: Side }

/** What is over is certified no longer: by the dissolution, or because it came to nothing. */
export type CertificateMark = 'dissolved' | 'came-to-nothing' | null

export type CertificateContent = Pick<
  CertificateFacts,
  'kind' | 'parties' | 'endedAt' | 'askedAt' | 'proof'
> & {
  readonly mark: CertificateMark
  readonly schoolName: string
  readonly number: string
  readonly effectiveAt: string
  readonly parts: readonly { readonly part: CertificatePart; readonly entries: readonly CertificateEntry[] }[]
  readonly acts: readonly DocumentAct<CertificateAct>[]
}

type Ended = Pick<CertificateFacts, 'kind' | 'endedAt' | 'isDissolved'>

export function certificateMark({ kind, endedAt, isDissolved }: Ended): CertificateMark {
  if (kind === 'dissolved' || endedAt === null) return null
  return isDissolved ? 'dissolved' : 'came-to-nothing'
}

/** The same facts give the same content, whenever and by whomever it is asked for. */
export function dissolutionCertificate(of: CertificateFacts): CertificateContent {
  const { kind, school, parties, agreement, askedBy, askedAt, endedAt, isDissolved, proof } = of
  const instant = (name: CertificateName, value: string) => ({ name, as: 'instant', value }) as const
  return {
    ...{ kind, parties, askedAt, endedAt, proof },
    mark: certificateMark(of),
    schoolName: school.name,
    number: agreement.number,
    effectiveAt: agreement.effectiveAt,
    parts: [
      {
        part: 'student',
        entries: [
          textEntry('student', parties.student.name),
          textEntry('studentNumber', parties.student.studentNumber),
          textEntry('college', parties.student.college),
          textEntry('major', parties.student.major),
          textEntry('graduatedFrom', school.name),
        ],
      },
      {
        part: 'employer',
        entries: [
          textEntry('employer', parties.employer.name),
          textEntry('creditCode', parties.employer.creditCode),
        ],
      },
      {
        part: 'agreement',
        entries: [
          textEntry('number', agreement.number),
          { name: 'kindOfSigning', as: 'kind', value: agreement.kind },
          instant('effectiveAt', agreement.effectiveAt),
        ],
      },
      {
        part: 'dissolution',
        entries: [
          { name: 'askedBy', as: 'side', value: askedBy },
          instant('askedAt', askedAt),
          ...(endedAt ? [instant(isDissolved ? 'dissolvedAt' : 'endedAt', endedAt)] : []),
        ],
      },
    ],
    acts: actsAmong(of.acts, CERTIFICATE_ACTS),
  }
}

/** The facts as they were when it was asked for: what is sealed says nothing of what happened since. */
export const asAsked = <F extends CertificateFacts>(of: F): F => ({
  ...of,
  endedAt: null,
  isDissolved: false,
  acts: actsUntil(of.acts, of.askedAt),
})

/** And when it was completed. An Error for what dissolved nothing. */
export function asDissolved<F extends CertificateFacts>(of: F): F {
  const { endedAt, isDissolved } = of
  if (endedAt === null || !isDissolved) throw new Error(`${of.agreement.number} was not dissolved by this`)
  return { ...of, acts: actsUntil(of.acts, endedAt) }
}

/** Refuses to certify that it is dissolved before it is. */
export function refuseUnlessCertifiable({
  kind,
  isDissolved,
}: Pick<CertificateFacts, 'kind' | 'isDissolved'>) {
  if (kind === 'dissolved' && !isDissolved) throw new Refusal('pdf-not-sealed')
}

/** Which form somebody is given who asks for none: of what is under way no longer, a copy that says so. */
export const usualCertificate = (of: Ended): DocumentForm =>
  certificateMark(of) === null ? 'sealed' : 'copy'
