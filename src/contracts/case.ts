import { z } from 'zod'
import { EVENT_NAMES } from '../domain/event.ts'
import { LONGEST } from '../domain/longest.ts'
import { SIGNING_METHODS, type SignedAct } from '../domain/signing/bound.ts'
import { instant, keyParams, sealMark } from './atoms.ts'
import type { Access, Endpoint } from './endpoint.ts'
import { drawingShown } from './signing.ts'
import { optionalText } from './typed.ts'

/** The student as a list of cases shows them. */
export const studentBrief = z.object({
  name: z.string(),
  studentNumber: z.string(),
  college: z.string(),
  major: z.string(),
})
export const timelineEntry = z.object({
  at: instant,
  /** Such as `invitation.send`, `agreement.pass`. */
  action: z.enum(EVENT_NAMES),
  actorName: z.string(),
  actorRole: z.string(),
  reason: z.string().nullable(),
  /** How it was signed; null where it binds nobody, or was done before acts were signed. */
  signed: z
    .object({
      method: z.enum(SIGNING_METHODS),
      fingerprint: z.string(),
      drawing: drawingShown.nullable(),
      seal: sealMark.optional(),
    })
    .nullable(),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

/** An act names the version its author had read; a reason where the act asks for one. */
export const act = z.object({ seenVersion: z.int().min(1), reason: optionalText(LONGEST.reason).optional() })

/** One shape for every act on a case of one kind: each verb has its own address, readers and body. */
export const actsOn =
  <View extends z.ZodType>(folder: string, view: View) =>
  <Body extends z.ZodType>(verb: string, access: Access, summary: string, body: Body, signs?: SignedAct) =>
    ({
      method: 'POST',
      url: `/api/schools/:school/${folder}/:id/${verb}`,
      config: { access, ...(signs && { signs }) },
      schema: { tags: [folder], summary, params: keyParams, body, response: { 200: view } },
    }) as const satisfies Endpoint

/** An act that asks for no more than a confirmation and, some, a reason. */
export type PlainAct = Endpoint & {
  readonly schema: { readonly params: typeof keyParams; readonly body: typeof act }
}
