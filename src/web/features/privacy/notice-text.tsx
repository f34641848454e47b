import type { PrivacyNotice } from '../../../contracts/privacy.ts'
import { noticeParts } from '../../../domain/privacy-notice.ts'
import { useFigures } from '../../ui/figures.ts'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { noticeWords } from './notice-words.ts'
import './notice-text.css'

/** The whole of a notice in the reader's language. */
export function NoticeText({ of }: { of: PrivacyNotice }) {
  const w = useWords(noticeWords)
  const figures = useFigures()
  const { language } = useLanguage()
  const nameOf = useNameOf()
  return (
    <article className="notice-text">
      <h1>{w.title}</h1>
      <p className="soft">
        {of.handler && `${nameOf(of.handler)} · `}
        {w.version(of.version, figures.dayOf(of.publishedAt))}
      </p>
      {noticeParts(language === 'en' ? of.textEn : of.text).map(({ heading, paragraphs }) => (
        <section key={heading}>
          {heading && <h2>{heading}</h2>}
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      {of.responsible && (
        <section>
          <h2>{w.responsible}</h2>
          <p>{of.responsible}</p>
        </section>
      )}
    </article>
  )
}
