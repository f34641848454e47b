import type { z } from 'zod'
import { askDissolutions, dissolutionActs, getDissolution } from '../../contracts/dissolutions.ts'
import type { Endpoint } from '../../contracts/endpoint.ts'
import { getInvitationBatch, sendInvitationBatch } from '../../contracts/invitation-batches.ts'
import { makeSignatures } from '../../contracts/signing.ts'
import {
  agreementToDissolve,
  batchToSend,
  invitedStudent,
  type SignedAct,
  type ToSign,
  wordingOfRequest,
} from '../../domain/signing/bound.ts'
import { ELECTRONIC_FORM_EDITION } from '../../domain/signing/consent.ts'
import { DEMO_PIN } from '../../domain/signing/pin.ts'
import { hashOf } from '../db/journal.ts'

type Input = { readonly params?: object | undefined; readonly body?: unknown }
/** Asks and answers what came of it as JSON; null where nothing was answered, or a refusal. */
type AskFor = (endpoint: Endpoint, input: Input) => Promise<unknown>
type Several = z.output<typeof askDissolutions.schema.body>['items']
/** What any act that is signed may say; each says of it what it has. */
type Said = {
  readonly school: string
  readonly id: string
  readonly studentId: string
  readonly terms: unknown
  readonly termsHash: string
  readonly ground: Several[number]['ground']
  readonly reason: string
  readonly items?: Several
}

async function toSignOf(endpoint: Endpoint, input: Input, askFor: AskFor): Promise<ToSign[]> {
  const { signs: act } = endpoint.config
  const read = endpoint.schema.body?.safeParse(input.body)
  if (!act || (read && !read.success)) return []
  const { terms, termsHash, ...said } = { ...input.params, ...(read?.data as object) } as Said
  const lookAt = async (view: Endpoint, subject: string) => {
    const seen = (await askFor(view, { params: input.params })) as { fingerprint: string | null } | null
    return seen?.fingerprint ? [{ act, subject, fingerprint: seen.fingerprint }] : []
  }
  if (endpoint.url === sendInvitationBatch.url) return lookAt(getInvitationBatch, batchToSend(said.id))
  if (endpoint.url === dissolutionActs.agree.url) return lookAt(getDissolution, `dissolution:${said.id}`)
  if (act === 'dissolution.ask')
    return (said.items ?? [said]).map(({ id, ground, reason }) => ({
      act,
      subject: agreementToDissolve(id),
      fingerprint: hashOf(wordingOfRequest({ agreementId: id, ground, reason })),
    }))
  const subject =
    act === 'invitation.send' ? invitedStudent(said.studentId) : `${act.split('.')[0]}:${said.id}`
  return [{ act, subject, fingerprint: termsHash ?? hashOf(terms) }]
}

const isOfSeveral = ({ url }: Endpoint) => url === askDissolutions.url

const OF_EMPLOYERS: readonly SignedAct[] = [
  'invitation.send',
  'invitation.revise',
  'agreement.propose-amendment',
  'agreement.seal',
]

/**
 * What the act is asked with once it is signed, as a page would do it first: by the PIN that the people of the demo and of
 * tests have, the name in the place of a drawing. Unchanged where it needs no signature, or none is given.
 */
export async function signedFirst<Asked extends Input>(
  endpoint: Endpoint,
  input: Asked,
  askFor: AskFor,
): Promise<Asked> {
  type Given = { readonly signature?: string; readonly items?: readonly Given[] }
  const given = (input.body ?? {}) as Given
  const isSigned = given.signature ?? given.items?.[0]?.signature
  if (!endpoint.config.signs || isSigned) return input
  const items = await toSignOf(endpoint, input, askFor)
  if (items.length === 0) return input
  const body = {
    items,
    by: { method: 'pin', pin: DEMO_PIN },
    drawing: OF_EMPLOYERS.some((act) => act === endpoint.config.signs) ? null : { kind: 'typed' },
    edition: ELECTRONIC_FORM_EDITION,
  }
  const answer = (await askFor(makeSignatures, { body })) as { signatures: string[] } | null
  if (!answer) return input
  const [signature] = answer.signatures
  // Several are signed each; other endpoints may be sent a list that they do not know.
  const signed = isOfSeveral(endpoint)
    ? { items: given.items?.map((item, index) => ({ ...item, signature: answer.signatures[index] })) }
    : { signature }
  return { ...input, body: { ...given, ...signed } }
}

/** One after the other, as one person signs: their tries are counted before they are known to be right. */
export function inTurn() {
  let turn: Promise<unknown> = Promise.resolve()
  return <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
    const mine = turn.then(act, act)
    turn = mine.catch(() => {})
    return mine
  }
}
