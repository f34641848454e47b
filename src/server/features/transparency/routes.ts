import type { FastifyReply } from 'fastify'
import * as contract from '../../../contracts/checkpoints.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { bytesOfHex, hexOf } from '../../../domain/transparency/encoding.ts'
import type { Slice } from '../../http/slice.ts'
import {
  consistencyBetween,
  findCheckpoint,
  findLatest,
  inclusionOf,
  type KeptCheckpoint,
  listCheckpoints,
} from './checkpoints.ts'
import { listKeys } from './keys.ts'

/** What was signed, and what is proved of it, is never another. */
const FOR_EVER = 'public, max-age=31536000, immutable'
const A_MINUTE = 'public, max-age=60'

const present = ({ size, root, at, note }: KeptCheckpoint) => ({
  size,
  root: hexOf(root),
  at: at.toISOString(),
  note,
})

const sendNote = (reply: FastifyReply, { note }: KeptCheckpoint, kept: string) =>
  reply
    .header('cache-control', kept)
    .type('text/plain; charset=utf-8')
    .serializer((text: unknown) => String(text))
    .send(note)

/** For everybody: what the site has signed of its whole journal, and proofs of it. */
export const checkpointRoutes: Slice = (app, { db }) => {
  app.route({
    ...contract.listCheckpoints,
    handler: async ({ query }, reply) => {
      reply.header('cache-control', A_MINUTE)
      const [{ rows, ...page }, keys] = await Promise.all([listCheckpoints(db, query), listKeys(db)])
      return { ...page, items: rows.map(present), keys }
    },
  })

  app.route({
    ...contract.readLatestCheckpoint,
    handler: async (_request, reply) => {
      const latest = await findLatest(db)
      if (!latest) throw new Refusal('not-found')
      return sendNote(reply, latest, A_MINUTE)
    },
  })

  app.route({
    ...contract.readCheckpoint,
    handler: async ({ params }, reply) =>
      sendNote(reply, await findCheckpoint(db, Number(params.size)), FOR_EVER),
  })

  app.route({
    ...contract.proveConsistency,
    handler: async ({ query: { from, to } }, reply) => {
      const proof = await consistencyBetween(db, from, to)
      reply.header('cache-control', FOR_EVER)
      return { from, to, proof: proof.map(hexOf) }
    },
  })

  app.route({
    ...contract.proveInclusion,
    handler: async ({ query: { leaf, size } }, reply) => {
      const { index, path } = await inclusionOf(db, bytesOfHex(leaf)!, size)
      reply.header('cache-control', FOR_EVER)
      return { size, index, path: path.map(hexOf) }
    },
  })
}
