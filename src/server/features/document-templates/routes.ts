import { create as contentDisposition } from 'content-disposition'
import type { FastifyReply } from 'fastify'
import { documentTemplates as contract } from '../../../contracts/document-templates.ts'
import { MOST_TEMPLATE_BYTES } from '../../../domain/document-template/template.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db } from '../../db/database.ts'
import type { Paging } from '../../db/page.ts'
import { type Bounds, hangUpOnSilence, receiveBody, takeStreams, tooLarge } from '../../http/body-stream.ts'
import { doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { builtInSource } from '../../services/documents/built-in.ts'
import { HARMLESS } from '../evidence/harmless.ts'
import { countUpload } from '../evidence/uploads.ts'
import { faultsOf, keepTemplate, samplePdf, useTemplate } from './acts.ts'
import { findSource, findUse, pageOfTemplates, type TemplateKey } from './queries.ts'

const BOUNDS: Bounds = {
  mostBytes: MOST_TEMPLATE_BYTES,
  empty: 'evidence-empty',
  tooLarge: 'evidence-too-large',
  brokenOff: 'evidence-broken-off',
}

async function textOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > BOUNDS.mostBytes) throw tooLarge(BOUNDS)
    parts.push(chunk)
  }
  if (size === 0) throw new Refusal(BOUNDS.empty)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
    // Lines end as the compiler counts them.
    return `${text.replace(/\r\n?/g, '\n').trimEnd()}\n`
  } catch {
    throw new Refusal('template-not-text')
  }
}

const present = async (db: Db, key: TemplateKey, paging: Paging) => {
  const [use, page] = await Promise.all([findUse(db, key), pageOfTemplates(db, key, paging)])
  return { ...page, use: use ? { ...use, usedAt: use.usedAt.toISOString() } : null }
}
const FIRST: Paging = { page: 1, pageSize: 20 }

const sendFile = (reply: FastifyReply, name: string, type: string, bytes: Buffer | string, asFile: boolean) =>
  reply
    .type(type)
    .header('content-disposition', contentDisposition(name, { type: asFile ? 'attachment' : 'inline' }))
    .header('content-security-policy', HARMLESS)
    .header('cache-control', 'no-store')
    .send(bytes)

/** A school's own templates of its documents: versions that were found to show all that a document says, and which is in use. */
export const documentTemplateRoutes: Slice = (app, services) => {
  const { db, now } = services

  app.route({
    ...contract.list,
    handler: ({ params: { school }, query: { kind, ...paging } }) => present(db, { school, kind }, paging),
  })

  app.route({
    ...contract.source,
    handler: async ({ params: { school }, query: { kind, version } }, reply) => {
      const source = version ? await findSource(db, { school, kind }, version) : await builtInSource(kind)
      return sendFile(
        reply,
        `${kind}-${version ?? 'built-in'}.typ`,
        'text/plain; charset=utf-8',
        source,
        true,
      )
    },
  })

  app.route({
    ...contract.sample,
    handler: async ({ params: { school }, query: { kind, version, sample } }, reply) => {
      const pdf = await samplePdf(services, { school, kind }, version ?? null, sample)
      return sendFile(reply, `${kind}-${version ?? 'built-in'}-${sample}.pdf`, 'application/pdf', pdf, false)
    },
  })

  app.route({
    ...contract.use,
    handler: (request) =>
      doing(services, request, async (of) => {
        const key = { school: request.params.school, kind: request.query.kind }
        await useTemplate(of, key, request.body)
        return present(of.tx, key, FIRST)
      }),
  })

  takeStreams(app, (scope) => {
    scope.route({
      ...contract.check,
      handler: async (request, reply) => {
        hangUpOnSilence(request, reply)
        const { userId } = personOf(request)
        const key = { school: request.params.school, kind: request.query.kind }
        const source = await receiveBody(request, BOUNDS, () => countUpload(db, userId, now()), textOf)
        const faults = [...(await faultsOf(services, key, source))]
        if (faults.length > 0) return { version: null, faults }
        return doing(services, request, async (of) => ({
          version: await keepTemplate(of, key, source),
          faults: [],
        }))
      },
    })
  })
}
