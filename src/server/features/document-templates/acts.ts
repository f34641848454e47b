import { createHash } from 'node:crypto'
import { notAllowedIn } from '../../../domain/document-template/allowed.ts'
import {
  MOST_BYTES,
  MOST_FAULTS,
  MOST_PAGES,
  SAMPLES_OF,
  type TemplateFault,
  type TemplateSample,
} from '../../../domain/document-template/template.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Doing } from '../../http/doing.ts'
import type { OwnLayout } from '../../services/documents/typesetter.ts'
import type { Services } from '../../services/services.ts'
import { lockSchool } from '../schools/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { addTemplate, addUse, findSame, findSource, findUse, type TemplateKey } from './queries.ts'
import { sampleLayout } from './sampling.ts'

type Laying = Pick<Services, 'db' | 'baseUrl' | 'outlines' | 'typesetter' | 'printed'>

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
  for (const sample of SAMPLES_OF[key.kind]) {
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
