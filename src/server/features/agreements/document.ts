import type { AgreementChange } from '../../../domain/agreement/case.ts'
import { agreementDocument, asCertified, type DocumentFacts } from '../../../domain/agreement/document.ts'
import { certifies } from '../../../domain/agreement/life.ts'
import { type SealingParty, sealsBorne } from '../../../domain/agreement/seals.ts'
import { sealedTold } from '../../../domain/agreement/told.ts'
import { paragraphsOf } from '../../../domain/notice-text.ts'
import { zh } from '../../../words/agreement-document.zh.ts'
import { wordAgreement } from '../../../words/word-agreement.ts'
import type { Db } from '../../db/database.ts'
import type { Layout, PrintedSeal, PrintedVerification } from '../../services/documents/typesetter.ts'
import type { Services } from '../../services/services.ts'
import { nameOfCode } from '../codes/queries.ts'
import type { SealedOfCase } from '../documents/kind.ts'
import { type DocumentKey, sealIn } from '../documents/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { printedSeal } from '../seals/printed.ts'
import { printedVerification } from '../verification-codes/printed.ts'
import { type AgreementRecord, findCertified } from './queries.ts'

/** What an agreement's document says, out of what is committed. */
export async function factsOf(db: Db, of: AgreementRecord): Promise<DocumentFacts> {
  const [acts, jobName] = await Promise.all([
    listTimeline(db, of.schoolId, { agreement: { id: of.id, invitationId: of.invitationId } }),
    nameOfCode(db, 'job_category', of.terms.jobCategory),
  ])
  const schoolSeal = sealIn(of.seals, 'agreement')?.seal
  return {
    number: of.number,
    kind: of.kind,
    status: of.status,
    school: { code: of.schoolId, name: of.schoolName },
    parties: of.snapshot,
    terms: of.terms,
    jobName: jobName ?? of.terms.jobCategory,
    termsHash: of.termsHash,
    notice: of.notice && { version: of.notice.version, paragraphs: paragraphsOf(of.notice.zh) },
    signedOn: of.signedOn,
    unitSealedAt: of.sealRules ? (of.sealedAt?.toISOString() ?? null) : undefined,
    formedAt: of.formedAt.toISOString(),
    effectiveAt: of.effectiveAt?.toISOString() ?? null,
    endedAt: of.endedAt?.toISOString() ?? null,
    ...(schoolSeal && { schoolSeal }),
    acts: acts.map(({ at, action, actorName, actorRole, signed }) => ({
      ...{ at, action, actorName, actorRole },
      ...(signed && { signed }),
    })),
  }
}

type Pictures = Partial<Readonly<Record<SealingParty, PrintedSeal>>>

/** What stands beside its words: the code to verify it by, and the pictures of its seals. */
export async function besideWords(
  services: Pick<Services, 'db' | 'baseUrl' | 'secrets'>,
  key: Omit<DocumentKey, 'version'>,
  facts: DocumentFacts,
): Promise<{ readonly verification: PrintedVerification | null; readonly pictures: Pictures }> {
  const pictures = sealsBorne(facts).map(
    async ({ party, seal }) => [party, await printedSeal(services.db, seal)] as const,
  )
  return {
    verification: await printedVerification(services, key),
    pictures: Object.fromEntries(await Promise.all(pictures)),
  }
}

/** In Chinese, in which it was agreed. Says that it was made when its last fact came about, so that it is the same whenever it is made. */
export function layoutOf(
  facts: DocumentFacts,
  {
    verification,
    pictures,
  }: { readonly verification: PrintedVerification | null; readonly pictures: Pictures },
): Layout {
  const { formedAt, effectiveAt, endedAt, school } = facts
  const worded = wordAgreement(agreementDocument(facts), zh, 'zh-CN')
  return {
    template: 'agreement',
    data: { ...worded, school: school.name, page: zh.page('{page}', '{pages}'), verification, pictures },
    madeAt: new Date(endedAt ?? effectiveAt ?? formedAt),
  }
}

export const agreementSealed: SealedOfCase<AgreementChange> = {
  isOrderedBy: ({ step }) => step !== null && certifies(step),
  asOrdered: async (services, key) => {
    const of = await findCertified(services.db, key)
    const content = asCertified(await factsOf(services.db, of))
    const layout = layoutOf(content, await besideWords(services, key, content))
    return { content, layout, told: (sealedAt) => sealedTold(of, sealedAt) }
  },
  reason: '就业协议书，学校已鉴证',
}
