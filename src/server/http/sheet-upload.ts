import { create as contentDisposition } from 'content-disposition'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../domain/refusal.ts'
import type { Services } from '../services/services.ts'
import type { OpenSheet } from '../services/sheets/reader.ts'
import type { Spool, Spooled } from '../services/spool.ts'
import { type Bounds, hangUpOnSilence, receiveBody, tooLarge } from './body-stream.ts'

/** What is said of a spreadsheet that is none, too much or not whole. */
const boundsOf = (mostBytes: number): Bounds => ({
  mostBytes,
  empty: 'sheet-without-rows',
  tooLarge: 'sheet-too-large',
  brokenOff: 'sheet-broken-off',
})

async function* upToLimit(chunks: AsyncIterable<Buffer>, bounds: Bounds) {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > bounds.mostBytes) throw tooLarge(bounds)
    yield chunk
  }
  if (size === 0) throw new Refusal(bounds.empty)
}

/** The request's body as a file of this machine, once `admit` lets it come; removed again where `take` throws. */
export async function receiveSheet<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    spool,
    mostBytes,
    admit,
  }: { readonly spool: Spool; readonly mostBytes: number; readonly admit: () => Promise<void> },
  take: (file: Spooled) => Promise<T>,
): Promise<T> {
  hangUpOnSilence(request, reply)
  const bounds = boundsOf(mostBytes)
  const file = await receiveBody(request, bounds, admit, (chunks) => spool.keep(upToLimit(chunks, bounds)))
  try {
    return await take(file)
  } catch (error) {
    await file.remove()
    throw error
  }
}

/** The request's body read as a spreadsheet while its sender waits; nothing is kept of it. */
export const readUpload = <T>(
  request: FastifyRequest,
  reply: FastifyReply,
  { spool, sheets, mostBytes }: Pick<Services, 'spool' | 'sheets'> & { readonly mostBytes: number },
  use: (sheet: OpenSheet) => Promise<T>,
): Promise<T> =>
  receiveSheet(request, reply, { spool, mostBytes, admit: async () => {} }, async (file) => {
    try {
      return await sheets.read(async () => file.read(), use)
    } finally {
      await file.remove()
    }
  })

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An answer that is downloaded as a spreadsheet. */
export const asSheet = (reply: FastifyReply, name: string) =>
  reply.type(XLSX).header('content-disposition', contentDisposition(`${name}.xlsx`))
