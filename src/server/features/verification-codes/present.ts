import type { VerificationCodes } from '../../../contracts/verification-codes.ts'
import { shownCode } from '../../../domain/spoken-code.ts'
import { codeActs, codeSideOf, codeState, usualEnd } from '../../../domain/verification-code/owning.ts'
import type { Reading } from '../../http/doing.ts'
import type { Services } from '../../services/services.ts'
import { verifyAddress } from './addresses.ts'
import { listLooks } from './looks.ts'
import { type Coded, codedKey, findPrintedCode, listCodes } from './queries.ts'

type Of = Awaited<ReturnType<typeof listLooks>> extends ReadonlyMap<string, infer Looks> ? Looks : never
const NO_LOOKS: Of = { count: 0, last: [] }

/** The page of a side's codes. */
export async function presentCodes(
  { db, acting: { role, at } }: Reading,
  { secrets, baseUrl }: Pick<Services, 'secrets' | 'baseUrl'>,
  of: Coded,
): Promise<VerificationCodes> {
  const key = codedKey(of)
  const codes = await listCodes(db, secrets, key, codeSideOf(role))
  const printed = await findPrintedCode(db, secrets, key)
  const looks = await listLooks(
    db,
    key.school,
    [...codes, ...(printed ? [printed] : [])].map(({ id }) => id),
  )
  const shown = ({ id, code }: { readonly id: string; readonly code: string }) => {
    const { count, last } = looks.get(id) ?? NO_LOOKS
    return {
      code: shownCode(code),
      address: verifyAddress(baseUrl, code),
      looks: {
        count,
        last: last.map(({ lastAt, day, way, origin, count: times }) => ({
          day,
          way,
          origin,
          count: times,
          lastAt: lastAt.toISOString(),
        })),
      },
    }
  }
  return {
    kind: of.document,
    number: of.number,
    studentName: of.studentName,
    employerName: of.employerName,
    printed: printed && shown(printed),
    items: codes.map((one) => ({
      id: one.id,
      ...shown(one),
      purpose: one.purpose,
      makerName: one.makerName,
      madeAt: one.madeAt.toISOString(),
      endsOn: one.endsOn,
      state: codeState(one, at),
      actions: [...codeActs(one, at)],
    })),
    mayMake: of.isVerifiable,
    usualEnd: usualEnd(at),
    serverTime: at.toISOString(),
  }
}
