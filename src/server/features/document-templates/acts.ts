import { createHash } from 'node:crypto'
import { notAllowedIn } from '../../../domain/document-template/allowed.ts'
import { sampleFacts } from '../../../domain/document-template/samples.ts'
import {
  MOST_BYTES,
  MOST_FAULTS,
  MOST_PAGES,
  TEMPLATE_SAMPLES,
  type TemplateFault,
  type TemplateSample,
} from '../../../domain/document-template/template.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { checkLetterOf, RANDOM_LETTERS } from '../../../domain/verification-code/code.ts'
import type { Doing } from '../../http/doing.ts'
import { isOwnLayout, type OwnLayout } from '../../services/documents/typesetter.ts'
import type { Services } from '../../services/services.ts'
import { layoutOf } from '../agreements/document.ts'
import { findSchool, lockSchool } from '../schools/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { drawSeal } from '../seals/acts.ts'
import { verificationOf } from '../verification-codes/printed.ts'
import { addTemplate, addUse, findSame, findSource, findUse, type TemplateKey } from './queries.ts'

type Laying = Pick<Services, 'db' | 'baseUrl' | 'outlines' | 'typesetter' | 'printed'>

/** A code of nobody's document, with its check letter right. */
const SAMPLE_LETTERS = 'A'.repeat(RANDOM_LETTERS)
const SAMPLE_CODE = SAMPLE_LETTERS + checkLetterOf(SAMPLE_LETTERS)
const WITNESS = { sentence: '透明日志检查点：样张', factsHash: '0'.repeat(64) }

/** A case that never was of this school, ready to be set: what a real one bears stands on it too. */
export async function sampleLayout(
  { db, baseUrl, outlines }: Pick<Laying, 'db' | 'baseUrl' | 'outlines'>,
  { school }: TemplateKey,
  sample: TemplateSample,
): Promise<OwnLayout> {
  const { name } = await findSchool(db, school)
  const { bytes } = await drawSeal({ outlines }, name)
  const picture = { format: 'svg', picture: Buffer.from(bytes).toString('utf8') } as const
  const layout = layoutOf(sampleFacts(sample, { code: school, name }), {
    verification: verificationOf(baseUrl, SAMPLE_CODE),
    pictures: { employer: picture, school: picture },
  })
  if (!isOwnLayout(layout)) throw new Error('a sample of what schools do not lay out')
  return { ...layout, witness: WITNESS }
}

async function faultsWith(
  { typesetter }: Pick<Laying, 'typesetter'>,
  source: string,
  sample: TemplateSample,
  layout: OwnLayout,
): Promise<TemplateFault[]> {
  const set = await typesetter.setBy(source, layout)
  if (set === 'too-much') return [{ what: 'too-much', sample }]
  if ('said' in set) return set.said.map((said) => ({ what: 'compile', ...said }))
  const kilobytes = Math.ceil(set.pdf.length / 1024)
  return [
    ...(set.pages > MOST_PAGES ? [{ what: 'too-long', sample, pages: set.pages } as const] : []),
    ...(set.pdf.length > MOST_BYTES ? [{ what: 'too-large', sample, kilobytes } as const] : []),
    ...set.missing.map((missing) => ({ what: 'missing', sample, ...missing }) as const),
  ]
}

/** What is wrong with a template, by its text and with each sample until one finds something; nothing where it may be used. */
export async function faultsOf(
  services: Laying,
  key: TemplateKey,
  source: string,
): Promise<readonly TemplateFault[]> {
  const faults = notAllowedIn(source, services.printed)
  for (const sample of TEMPLATE_SAMPLES) {
    if (faults.length > 0) break
    const layout = await sampleLayout(services, key, sample)
    faults.push(...(await faultsWith(services, source, sample, layout)))
  }
  return faults.slice(0, MOST_FAULTS)
}

/** As a PDF, by this version or by ours. Refuses what its template cannot lay out any more. */
export async function samplePdf(
  services: Laying,
  key: TemplateKey,
  version: number | null,
  sample: TemplateSample,
): Promise<Buffer> {
  const { db, typesetter } = services
  const source = version === null ? null : await findSource(db, key, version)
  const layout = await sampleLayout(services, key, sample)
  if (source === null) return typesetter.set(layout)
  const set = await typesetter.setBy(source, layout)
  if (set === 'too-much' || 'said' in set) throw new Refusal('template-not-laid-out')
  return set.pdf
}

/** Keeps what was found to be without fault; the same text again is the version that it is. */
export async function keepTemplate(of: Doing, key: TemplateKey, source: string): Promise<number> {
  const { tx, person, actor, acting } = of
  await lockSchool(tx, key.school)
  const sha256 = createHash('sha256').update(source).digest('hex')
  const same = await findSame(tx, key, sha256)
  if (same !== null) return same
  const version = await addTemplate(tx, key, { source, sha256 }, { by: person.userId, at: acting.at })
  await recordOnSchool({ tx, actor, at: acting.at }, key.school, 'school.keep-template', {
    document: key.kind,
    version,
    sha256,
  })
  return version
}

/** From now on by this version, or by ours (null). Refuses where another was chosen since it was seen. */
export async function useTemplate(
  { tx, person, actor, acting }: Doing,
  key: TemplateKey,
  { version, seenUse }: { readonly version: number | null; readonly seenUse: number },
): Promise<void> {
  await lockSchool(tx, key.school)
  const before = await findUse(tx, key)
  if ((before?.number ?? 0) !== seenUse)
    throw new Refusal('content-changed', { version: before?.number ?? 0 })
  if ((before?.version ?? null) === version) return
  if (version !== null) await findSource(tx, key, version)
  const by = { by: person.userId, at: acting.at }
  await addUse(tx, key, { number: seenUse + 1, version }, by)
  await recordOnSchool({ tx, actor, at: acting.at }, key.school, 'school.use-template', {
    document: key.kind,
    version,
    before: before?.version ?? null,
  })
}
