import {
  sampleCertificate,
  sampleRecommendation,
  sampleRegistration,
} from '../../../domain/document-template/issued-samples.ts'
import { type SampleSchool, sampleAgreement } from '../../../domain/document-template/samples.ts'
import {
  SAMPLES_OF,
  type TemplateKind,
  type TemplateSample,
} from '../../../domain/document-template/template.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { checkLetterOf, RANDOM_LETTERS } from '../../../domain/verification-code/code.ts'
import {
  isOwnLayout,
  type Layout,
  type OwnLayout,
  type PrintedSeal,
  type PrintedVerification,
} from '../../services/documents/typesetter.ts'
import type { Services } from '../../services/services.ts'
import { layoutOf as agreementLayout } from '../agreements/document.ts'
import { registrationLayout } from '../destinations/sheet.ts'
import { certificateLayout } from '../dissolutions/certificates.ts'
import { recommendationLayout } from '../recommendations/sheet.ts'
import { findSchool } from '../schools/queries.ts'
import { drawSeal } from '../seals/acts.ts'
import { verificationOf } from '../verification-codes/printed.ts'
import type { TemplateKey } from './queries.ts'

/** A code of nobody's document, with its check letter right. */
const SAMPLE_LETTERS = 'A'.repeat(RANDOM_LETTERS)
const SAMPLE_CODE = SAMPLE_LETTERS + checkLetterOf(SAMPLE_LETTERS)
const WITNESS = { sentence: '透明日志检查点：样张', factsHash: '0'.repeat(64) }

/** What stands on it beside its case. */
type Beside = { readonly verification: PrintedVerification; readonly seal: PrintedSeal }
type Sampled = (sample: TemplateSample, school: SampleSchool, beside: Beside) => Layout

/** Without a seal where all is short: a school may have none. */
const issuing = (sample: TemplateSample, { verification, seal }: Beside) => ({
  verification,
  seal: sample === 'shortest' ? null : seal,
})

const LAID: Record<TemplateKind, Sampled> = {
  agreement: (sample, school, { verification, seal }) =>
    agreementLayout(sampleAgreement(sample, school), {
      verification,
      pictures: { employer: seal, school: seal },
    }),
  dissolving: (sample, school, beside) =>
    certificateLayout(sampleCertificate('dissolving', sample, school), issuing(sample, beside)),
  dissolved: (sample, school, beside) =>
    certificateLayout(sampleCertificate('dissolved', sample, school), issuing(sample, beside)),
  registration: (sample, school, beside) =>
    registrationLayout(sampleRegistration(sample, school), issuing(sample, beside)),
  recommendation: (sample, school, beside) =>
    recommendationLayout(sampleRecommendation(sample, school), issuing(sample, beside)),
}

/** A case that never was of this school, ready to be set: what a real one bears stands on it too. Refuses what its kind has no sample of. */
export async function sampleLayout(
  { db, baseUrl, outlines }: Pick<Services, 'db' | 'baseUrl' | 'outlines'>,
  { school, kind }: TemplateKey,
  sample: TemplateSample,
): Promise<OwnLayout> {
  if (!SAMPLES_OF[kind].includes(sample)) throw new Refusal('not-found')
  const { name } = await findSchool(db, school)
  const { bytes } = await drawSeal({ outlines }, name)
  const layout = LAID[kind](
    sample,
    { code: school, name },
    {
      verification: verificationOf(baseUrl, SAMPLE_CODE),
      seal: { format: 'svg', picture: Buffer.from(bytes).toString('utf8') },
    },
  )
  if (!isOwnLayout(layout)) throw new Error('a sample of what schools do not lay out')
  return { ...layout, witness: WITNESS }
}
