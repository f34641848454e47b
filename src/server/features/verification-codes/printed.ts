import { shownCode } from '../../../domain/spoken-code.ts'
import { codeMark } from '../../../domain/verification-code/code.ts'
import { zh } from '../../../words/verify.zh.ts'
import { qrPicture } from '../../services/documents/qr.ts'
import type { PrintedVerification } from '../../services/documents/typesetter.ts'
import type { Services } from '../../services/services.ts'
import { verifyAddress, verifyPage } from './addresses.ts'
import { findPrintedCode, type Printed } from './queries.ts'

/** What stands at the foot of each page of a document that bears this code. */
export function verificationOf(baseUrl: string, code: string): PrintedVerification {
  const link = verifyAddress(baseUrl, code)
  return {
    label: zh.printed.label,
    code: shownCode(code),
    sentence: zh.printed.sentence(verifyPage(baseUrl)),
    qr: qrPicture(link),
    link,
    mark: codeMark(code),
  }
}

/**
 * The same of a document; null where it was ordered before those of its kind had codes. Beside the document's content
 * and not in it, for that is kept in the clear.
 */
export async function printedVerification(
  { db, secrets, baseUrl }: Pick<Services, 'db' | 'secrets' | 'baseUrl'>,
  document: Printed,
): Promise<PrintedVerification | null> {
  const printed = await findPrintedCode(db, secrets, document)
  return printed && verificationOf(baseUrl, printed.code)
}
