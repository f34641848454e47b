import { NOTICE_KINDS, type NoticeKind, type NoticeWords } from '../domain/notice-text.ts'
import { en } from './notice-texts.en.ts'
import { zh } from './notice-texts.zh.ts'

/** The product's own texts, as a school's are kept. */
export const OUR_NOTICES = Object.fromEntries(
  NOTICE_KINDS.map((kind) => [kind, { zh: zh[kind].join('\n'), en: en[kind].join('\n') }]),
) as Record<NoticeKind, NoticeWords>
