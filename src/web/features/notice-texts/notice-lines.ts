import { type NoticeWords, paragraphsOf } from '../../../domain/notice-text.ts'
import { useLanguage } from '../../words/language.tsx'

/** The paragraphs of a notice in the reader's language. */
export function useNoticeLines(): (of: NoticeWords) => string[] {
  const { language } = useLanguage()
  return ({ zh, en }) => paragraphsOf(language === 'en' ? en : zh)
}
