import { subjectOf } from '../../../domain/case.ts'
import type { DissolutionChange } from '../../../domain/dissolution/case.ts'
import {
  asAsked,
  asDissolved,
  type CertificateFacts,
  type CertificateKind,
  dissolutionCertificate,
} from '../../../domain/dissolution/certificate.ts'
import { endsAgreement } from '../../../domain/dissolution/life.ts'
import { certificateSealedTold } from '../../../domain/dissolution/told.ts'
import { zh } from '../../../words/certificates.zh.ts'
import { wordCertificate } from '../../../words/word-certificate.ts'
import type { Db } from '../../db/database.ts'
import type { Issuing, Layout, OwnLayout, PrintedVerification } from '../../services/documents/typesetter.ts'
import type { Services } from '../../services/services.ts'
import type { SealedOfCase } from '../documents/kind.ts'
import { type DocumentKey, sealIn } from '../documents/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { sealOfSchool } from '../seals/printed.ts'
import { printedVerification } from '../verification-codes/printed.ts'
import { findAnyDissolution, type WithSeals } from './queries.ts'

/** What a certificate of a dissolution says, out of what is committed. */
export async function factsOf(
  { db, baseUrl }: { readonly db: Db; readonly baseUrl: string },
  of: WithSeals,
  kind: CertificateKind,
): Promise<CertificateFacts> {
  const acts = await listTimeline(db, of.schoolId, {
    subject: subjectOf({ kind: 'dissolution', id: of.id }),
  })
  const { schoolId, schoolName, snapshot, number, agreementKind, agreementEffectiveAt, proofCode } = of
  const schoolSeal = sealIn(of.seals, kind)?.seal
  return {
    kind,
    school: { code: schoolId, name: schoolName },
    parties: snapshot,
    agreement: { number, kind: agreementKind, effectiveAt: agreementEffectiveAt.toISOString() },
    askedBy: of.askedBy,
    askedAt: of.askedAt.toISOString(),
    endedAt: of.endedAt?.toISOString() ?? null,
    isDissolved: endsAgreement(of),
    acts: acts.map(({ at, action, actorName }) => ({ at, action, actorName })),
    ...(schoolSeal && { schoolSeal }),
    proof: { address: `${baseUrl}/proof/${schoolId}/${proofCode}`, code: proofCode },
  }
}

/** In Chinese. Says that it was made when its last fact came about, so that it is the same whenever it is made. */
export function certificateLayout(facts: CertificateFacts, { verification, seal }: Issuing): OwnLayout {
  const { school, askedAt, endedAt } = facts
  const worded = wordCertificate(dissolutionCertificate(facts), zh, 'zh-CN')
  return {
    template: 'certificate',
    data: { ...worded, school: school.name, page: zh.page('{page}', '{pages}'), verification, seal },
    madeAt: new Date(endedAt ?? askedAt),
  }
}

/** The same with the school's seal of these facts. */
export const layoutOf = async (
  db: Db,
  facts: CertificateFacts,
  verification: PrintedVerification | null,
): Promise<Layout> => certificateLayout(facts, { verification, seal: await sealOfSchool(db, facts) })

const ordered =
  (kind: CertificateKind, asThen: (of: CertificateFacts) => CertificateFacts) =>
  async (services: Pick<Services, 'db' | 'baseUrl' | 'secrets'>, key: DocumentKey) => {
    const of = await findAnyDissolution(services.db, key)
    const content = asThen(await factsOf(services, of, kind))
    const layout = await layoutOf(services.db, content, await printedVerification(services, key))
    const since = kind === 'dissolving' ? of.askedAt : of.endedAt
    return { content, layout, told: (sealedAt: Date) => certificateSealedTold(of, since, sealedAt) }
  }

export const dissolvingSealed: SealedOfCase<DissolutionChange> = {
  isOrderedBy: ({ before }) => before === null,
  asOrdered: ordered('dissolving', asAsked),
  reason: '解约办理中证明',
}

export const dissolvedSealed: SealedOfCase<DissolutionChange> = {
  isOrderedBy: ({ before, after }) => before !== null && !endsAgreement(before) && endsAgreement(after),
  asOrdered: ordered('dissolved', asDissolved),
  reason: '解约证明，学校已审核',
}
