import type { PrivacyNotice } from '../../../contracts/privacy.ts'
import { noticeText } from '../../../words/privacy-notice.ts'
import type { Notice } from './notices.ts'

/** A notice as the people of this school, or of none, read it. */
export const presentNotice = (
  { school, version, publishedAt, responsible, ...texts }: Notice,
  handler: PrivacyNotice['handler'],
): PrivacyNotice => ({
  handler,
  publisher: school as PrivacyNotice['publisher'],
  version,
  publishedAt: publishedAt.toISOString(),
  responsible,
  ...noticeText(texts, handler),
})
