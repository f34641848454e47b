import { DEMO_PIN } from '../../../domain/signing/pin.ts'
import { NO_COST } from '../../services/password-hash.ts'
import type { Services } from '../../services/services.ts'
import { hashPin } from './pins.ts'

const TOGETHER = 1_000

/** People of a story, or of a test, have set the PIN that everybody knows; who has one keeps it. */
export async function giveKnownPin(
  { db, secrets }: Pick<Services, 'db' | 'secrets'>,
  userIds: readonly string[],
  at: Date,
): Promise<void> {
  for (let from = 0; from < userIds.length; from += TOGETHER) {
    const rows = await Promise.all(
      userIds.slice(from, from + TOGETHER).map(async (userId) => ({
        userId,
        pinHash: await hashPin(secrets, { userId, pin: DEMO_PIN }, NO_COST),
        setAt: at,
      })),
    )
    await db
      .insertInto('signingPins')
      .values(rows)
      .onConflict((on) => on.doNothing())
      .execute()
  }
}
