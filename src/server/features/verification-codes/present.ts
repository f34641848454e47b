import type { VerificationCodes } from '../../../contracts/verification-codes.ts'
import { shownCode } from '../../../domain/spoken-code.ts'
import {
  canBeVerified,
  codeActs,
  codeSideOf,
  codeState,
  usualEnd,
} from '../../../domain/verification-code/owning.ts'
import type { Key } from '../../db/key.ts'
import type { Reading } from '../../http/doing.ts'
import type { Services } from '../../services/services.ts'
import { verifyAddress } from './addresses.ts'
import { listLooks } from './looks.ts'
import { findPrintedCode, listCodes } from './queries.ts'

type Agreement = Parameters<typeof canBeVerified>[0] & {
  readonly number: string
  readonly snapshot: {
    readonly student: { readonly name: string }
    readonly employer: { readonly name: string }
  }
}
type Of = Awaited<ReturnType<typeof listLooks>> extends ReadonlyMap<string, infer Looks> ? Looks : never
const NO_LOOKS: Of = { count: 0, last: [] }

/** The page of a side's codes. */
export async function presentCodes(
  { db, acting: { role, at } }: Reading,
  { secrets, baseUrl }: Pick<Services, 'secrets' | 'baseUrl'>,
  key: Key,
  agreement: Agreement,
): Promise<VerificationCodes> {
  const codes = await listCodes(db, secrets, key, codeSideOf(role))
  const printed = await findPrintedCode(db, secrets, { ...key, kind: 'agreement' })
  const looks = await listLooks(
    db,
    key.school,
    [...codes, ...(printed ? [printed] : [])].map(({ id }) => id),
  )
  const of = ({ id, code }: { readonly id: string; readonly code: string }) => {
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
    number: agreement.number,
    studentName: agreement.snapshot.student.name,
    employerName: agreement.snapshot.employer.name,
    printed: printed && of(printed),
    items: codes.map((one) => ({
      id: one.id,
      ...of(one),
      purpose: one.purpose,
      makerName: one.makerName,
      madeAt: one.madeAt.toISOString(),
      endsOn: one.endsOn,
      state: codeState(one, at),
      actions: [...codeActs(one, at)],
    })),
    mayMake: canBeVerified(agreement),
    usualEnd: usualEnd(at),
    serverTime: at.toISOString(),
  }
}
