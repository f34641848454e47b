import { subjectOf } from '../../../domain/case.ts'
import type { Day } from '../../../domain/day.ts'
import type { DocumentSubject } from '../../../domain/document/kind.ts'
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
import { tell } from '../notifications/tell.ts'
import { addCode, type Coded, codeAmong, codedKey, findSubjectOf, listCodes, saveCode } from './queries.ts'
import { CODED } from './seeing.ts'

/** In the history of what it is of, without the purpose: for what one side made it is not the other's to read there. */
const journal = (
  { tx, actor, acting: { at } }: Doing,
  { school, ref }: Coded,
  action: Extract<EventName, `verification-code.${string}`>,
  data: { readonly code: string; readonly endsOn?: Day },
) =>
  record(tx, [
    {
      school,
      subject: subjectOf(ref),
      action,
      at,
      actor,
      from: null,
      to: null,
      reason: null,
      data,
    },
  ])

/** What the codes are of with its row held, so that of two acts on its codes one sees the other. */
async function lockCodes(of: Doing, kind: DocumentSubject, key: Key) {
  const coded = await CODED[kind].lock(of.tx, key, of.person)
  const side: CodeSide = codeSideOf(of.acting.role)
  return { coded, side, codes: await listCodes(of.tx, of.secrets, codedKey(coded), side) }
}

export async function makeCode(
  of: Doing,
  kind: DocumentSubject,
  key: Key,
  { purpose, endsOn }: { readonly purpose: string; readonly endsOn: Day },
): Promise<void> {
  const { tx, jobs, secrets, person, acting } = of
  const { at } = acting
  const { coded, side, codes } = await lockCodes(of, kind, key)
  refuseToMake(coded.isVerifiable, codes, endsOn, at)
  const made = { side, madeBy: person.userId, purpose, endsOn }
  const code = await addCode({ tx, secrets, at }, codedKey(coded), made)
  await journal(of, coded, 'verification-code.make', { code, endsOn })
  const maker = person.employer?.name ?? person.school?.name ?? person.name
  await tell(tx, jobs, codeMadeTold(coded, side, { maker, purpose, endsOn }), at)
}

/** One code of the reader's side, with the row of what it is of held. */
async function lockCode(of: Doing, { school, id }: Key) {
  const subject = await findSubjectOf(of.tx, { school, id })
  const { coded, codes } = await lockCodes(of, subject.kind, { school, id: subject.id })
  return { coded, code: codeAmong(codes, id) }
}

export async function extendCode(of: Doing, key: Key, endsOn: Day): Promise<void> {
  const { coded, code } = await lockCode(of, key)
  refuseToExtend(code, endsOn, of.acting.at)
  await saveCode(of.tx, key, { endsOn })
  await journal(of, coded, 'verification-code.extend', { code: code.id, endsOn })
}

export async function closeCode(of: Doing, key: Key): Promise<void> {
  const { at } = of.acting
  const { coded, code } = await lockCode(of, key)
  refuseToClose(code, at)
  await saveCode(of.tx, key, { closedAt: at })
  await journal(of, coded, 'verification-code.close', { code: code.id })
}
