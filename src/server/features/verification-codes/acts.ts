import { agreementRef } from '../../../domain/agreement/case.ts'
import { subjectOf } from '../../../domain/case.ts'
import type { Day } from '../../../domain/day.ts'
import type { EventName } from '../../../domain/event.ts'
import {
  type CodeSide,
  codeSideOf,
  refuseToClose,
  refuseToExtend,
  refuseToMake,
} from '../../../domain/verification-code/owning.ts'
import { codeMadeTold } from '../../../domain/verification-code/told.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { lockAgreement } from '../agreements/queries.ts'
import { tell } from '../notifications/tell.ts'
import { addCode, codeAmong, findAgreementOf, listCodes, saveCode } from './queries.ts'

/** In the agreement's history, without the purpose: for what one side made it is not the other's to read there. */
const journal = (
  { tx, actor, acting: { at } }: Doing,
  { school, id }: Key,
  action: Extract<EventName, `verification-code.${string}`>,
  data: { readonly code: string; readonly endsOn?: Day },
) =>
  record(tx, [
    {
      school,
      subject: subjectOf(agreementRef({ id })),
      action,
      at,
      actor,
      from: null,
      to: null,
      reason: null,
      data,
    },
  ])

/** The agreement with its row held, so that of two acts on its codes one sees the other. */
async function lockCodes(of: Doing, key: Key) {
  const agreement = await lockAgreement(of.tx, key, of.person)
  const side: CodeSide = codeSideOf(of.acting.role)
  return { agreement, side, codes: await listCodes(of.tx, of.secrets, key, side) }
}

export async function makeCode(
  of: Doing,
  key: Key,
  { purpose, endsOn }: { readonly purpose: string; readonly endsOn: Day },
): Promise<void> {
  const { tx, jobs, secrets, person, acting } = of
  const { at } = acting
  const { agreement, side, codes } = await lockCodes(of, key)
  refuseToMake(agreement, codes, endsOn, at)
  const code = await addCode({ tx, secrets, at }, key, { side, madeBy: person.userId, purpose, endsOn })
  await journal(of, key, 'verification-code.make', { code, endsOn })
  const maker = person.employer?.name ?? person.school?.name ?? person.name
  await tell(tx, jobs, codeMadeTold(agreement, side, { maker, purpose, endsOn }), at)
}

/** One code of the reader's side, with its agreement's row held. */
async function lockCode(of: Doing, { school, id }: Key) {
  const agreement = { school, id: await findAgreementOf(of.tx, { school, id }) }
  const { codes } = await lockCodes(of, agreement)
  return { agreement, code: codeAmong(codes, id) }
}

export async function extendCode(of: Doing, key: Key, endsOn: Day): Promise<void> {
  const { agreement, code } = await lockCode(of, key)
  refuseToExtend(code, endsOn, of.acting.at)
  await saveCode(of.tx, key, { endsOn })
  await journal(of, agreement, 'verification-code.extend', { code: code.id, endsOn })
}

export async function closeCode(of: Doing, key: Key): Promise<void> {
  const { at } = of.acting
  const { agreement, code } = await lockCode(of, key)
  refuseToClose(code, at)
  await saveCode(of.tx, key, { closedAt: at })
  await journal(of, agreement, 'verification-code.close', { code: code.id })
}
