import { DEMO_PIN } from '../../../domain/signing/pin.ts'
import { inTransaction } from '../../db/database.ts'
import { NO_COST } from '../../services/password-hash.ts'
import type { Services } from '../../services/services.ts'
import { hashPin, savePin } from './pins.ts'

/** People of a story, or of a test, have set the PIN that everybody knows. */
export const giveKnownPin = (
  { db, secrets, now }: Pick<Services, 'db' | 'secrets' | 'now'>,
  userIds: readonly string[],
): Promise<void> =>
  inTransaction(db, async (tx) => {
    for (const userId of userIds) {
      const hash = await hashPin(secrets, { userId, pin: DEMO_PIN }, NO_COST)
      await savePin(tx, userId, hash, now())
    }
  })
