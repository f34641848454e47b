import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { askDissolution as askContract } from '../../../contracts/dissolutions.ts'
import {
  actOnDissolution,
  askDissolution,
  type DissolutionCommand,
} from '../../../domain/dissolution/acts.ts'
import { actingOn } from '../../../domain/review.ts'
import { carryOut } from '../../cases/carry-out.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { findAskingFacts } from '../agreements/asking-facts.ts'
import { lockAgreement } from '../agreements/queries.ts'
import { countOthersAsked, lockDissolution } from './queries.ts'

const A_MONTH = 30 * 24 * 60 * 60 * 1000

type Asked = z.output<typeof askContract.schema.body>

/** Opens a request on the agreement of this key; its id. */
export async function ask(of: Doing, key: Key, asked: Asked): Promise<string> {
  const { tx, person, acting } = of
  const agreement = await lockAgreement(tx, key, person)
  const side = acting.role === 'student' ? acting.role : 'employer'
  const { facts: asking, settings, notice } = await findAskingFacts(tx, agreement, side)
  const by = { school: key.school, employerId: person.employer?.id ?? '', studentId: agreement.studentId }
  const since = new Date(acting.at.getTime() - A_MONTH)
  const othersAsked = person.employer ? await countOthersAsked(tx, by, since) : 0
  const { dissolutionLevels: levels, alertAt } = settings
  const id = uuidv7()
  const request = { ...asked, id, proofCode: randomBytes(16).toString('base64url') }
  await carryOut(
    of,
    askDissolution({ agreement, asking, notice, levels, alertAt, othersAsked }, request, acting),
  )
  return id
}

/** Every act on a request that is there. */
export async function act(of: Doing, key: Key, command: DissolutionCommand): Promise<void> {
  const { before, agreement, notice } = await lockDissolution(of.tx, key, of.person)
  await carryOut(
    of,
    actOnDissolution(
      { before, agreement, notice },
      command,
      actingOn(of.acting, of.person.collegeId, before),
    ),
  )
}
