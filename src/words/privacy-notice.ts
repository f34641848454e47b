import type { Language } from './language.ts'
import { en } from './privacy-notice.en.ts'
import { zh } from './privacy-notice.zh.ts'

/** Counts the texts that the product has come with; whoever changes one raises it, and everybody who read it agrees anew. */
const EDITION = 1
export const PRODUCT_NOTICE = { edition: EDITION, text: zh, textEn: en } as const

/** Where nobody else answers for the data. */
const PLATFORM_NAMES: Record<Language, string> = {
  'zh-CN': '本平台的运营者',
  en: 'the operator of this platform',
}

/** A notice as it is read: with the name of who answers, null for the platform's own people; whatever else a school wrote stays. */
export function noticeText(
  { text, textEn }: { readonly text: string; readonly textEn: string },
  handler: { readonly name: string; readonly nameEn: string } | null,
) {
  const named = (of: string, name: string) => of.replaceAll('{{handler}}', () => name)
  return {
    text: named(text, handler?.name ?? PLATFORM_NAMES['zh-CN']),
    textEn: named(textEn, handler?.nameEn ?? PLATFORM_NAMES.en),
  }
}
