import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { Refusal } from '../../domain/refusal.ts'
import { type Bounds, hangUpOnSilence, receiveBody, tooLarge } from './body-stream.ts'
import type { App } from './slice.ts'

/** A form of a page that is read without scripts: some short lines at most. */
const FORM_BYTES = 4096
/** What a form has around its file. */
const AROUND = 8192

/** Routes that take what a form of a page sends, also with a file in it: a scope of their own. */
export function takeForms(app: App, routes: (scope: App) => void): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_BYTES },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    scope.addContentTypeParser('multipart/form-data', (_request, body, done) => done(null, body))
    routes(scope.withTypeProvider<ZodTypeProvider>())
  })
}

const boundsOf = (mostBytes: number): Bounds => ({
  mostBytes,
  empty: 'evidence-empty',
  tooLarge: 'evidence-too-large',
  brokenOff: 'evidence-broken-off',
})

/** Hands the bytes of the form's one file to `take` as they come, and keeps none. Refuses what is empty or too much. */
export async function readFormFile(
  request: FastifyRequest,
  reply: FastifyReply,
  mostBytes: number,
  take: (chunk: Buffer) => void,
): Promise<void> {
  hangUpOnSilence(request, reply)
  const bounds = boundsOf(mostBytes)
  await receiveBody(
    request,
    { ...bounds, mostBytes: mostBytes + AROUND },
    async () => {},
    async (chunks) => {
      let size = 0
      const form = formOf(request, mostBytes)
      form.on('file', (_field, file) => {
        file.on('data', (chunk: Buffer) => {
          size += chunk.length
          take(chunk)
        })
        file.on('limit', () => form.destroy(tooLarge(bounds)))
      })
      await pipeline(chunks, form).catch((error: unknown) => {
        throw error instanceof Refusal ? error : new Refusal('evidence-broken-off')
      })
      if (size === 0) throw new Refusal('evidence-empty')
    },
  )
}

function formOf({ headers }: FastifyRequest, fileSize: number) {
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': String(headers['content-type']) },
      limits: { files: 1, fileSize, fields: 1, parts: 4 },
    })
  } catch {
    throw new Refusal('evidence-empty')
  }
}
