import { askChecks } from '../../contracts/checks.ts'
import {
  confirmDestination,
  getMyConfirmation,
  saveConfirmationPeriod,
} from '../../contracts/confirmations.ts'
import { raiseObjection } from '../../contracts/objections.ts'
import { addDays } from '../../domain/day.ts'
import type { Cast } from './cast.ts'

/** By place on the roster: who has confirmed, and who objects. */
const CONFIRMED = [19, 20]
const OBJECTING = 5
const LASTS_DAYS = 14

/** The school has its rules run, and asks its graduates to confirm what it will report of them; some have, and one says that it is not so. */
export async function playConfirmations(
  { school, administrator, students, day }: Cast,
  year: number,
): Promise<void> {
  const params = { school }
  await administrator.call(saveConfirmationPeriod, {
    params,
    body: {
      ...{ year, seenVersion: 0, opensOn: day(), closesOn: addDays(day(), LASTS_DAYS) },
      periodText: '请逐项核对。单位名称、所在地如与实际不符，请直接提出，不会影响您的毕业和派遣手续。',
    },
  })
  await administrator.call(askChecks, { params })
  const seenBy = async (place: number) =>
    (await students[place]!.call(getMyConfirmation, { params })).seenHash
  for (const place of CONFIRMED)
    await students[place]!.call(confirmDestination, { params, body: { seenHash: await seenBy(place) } })
  await students[OBJECTING]!.call(raiseObjection, {
    params,
    body: {
      seenHash: await seenBy(OBJECTING),
      objectionText: '系统里的去向不是我本人登记的，我目前仍在准备考试。',
    },
  })
}
