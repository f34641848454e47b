import { addressOf } from '../../../contracts/address.ts'
import { type RecommendationView, readRecommendation } from '../../../contracts/recommendations.ts'
import { recommendationSheet, usualRecommendation } from '../../../domain/recommendation/sheet.ts'
import { wordRecommendation } from '../../../words/word-recommendation.ts'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { DocumentSheet } from '../documents/document-sheet.tsx'
import { Downloads, SealNote } from '../documents/downloads.tsx'
import { IssuedBy } from '../documents/issued-by.tsx'
import { sheetWords } from './sheet-words.ts'
import './recommendation.css'

type Issued = RecommendationView & { readonly edition: NonNullable<RecommendationView['edition']> }
type Props = { of: Issued }

/** 毕业生推荐表 of the last edition, as it is read on the page and printed by a browser; the PDF is worded by the same. */
export function Sheet({ of }: Props) {
  const words = useWords(sheetWords)
  const { language } = useLanguage()
  const nameOf = useNameOf()
  const content = recommendationSheet({
    school: { code: of.school.code, name: nameOf(of.school) },
    edition: of.edition,
    revokedAt: of.revokedAt,
    acts: of.timeline,
  })
  const worded = wordRecommendation(content, words, language)
  return (
    <DocumentSheet
      of={worded}
      end={
        <IssuedBy
          of={worded.issued}
          at={{ school: of.school.code, id: of.id, kind: 'recommendation' }}
          document={of.document}
        />
      }
    >
      <section className="sheet-part">
        <h3>{worded.word.title}</h3>
        <p className="as-typed">{worded.word.text}</p>
        <p className="soft">{worded.word.by}</p>
      </section>
    </DocumentSheet>
  )
}

/** The ways to save it. */
export function SheetDownloads({ of }: Props) {
  const { title, mark } = useWords(sheetWords)
  return (
    <Downloads
      title={title}
      document={of.document}
      mark={usualRecommendation(of) === 'copy' ? mark.revoked : null}
      addressOf={(as) =>
        addressOf(readRecommendation, {
          params: { school: of.school.code, id: of.id },
          query: { download: '1', as },
        })
      }
    />
  )
}

export function SheetNote({ of }: { of: RecommendationView }) {
  const { title } = useWords(sheetWords)
  return <SealNote title={title} document={of.document} />
}

/** Whether an edition was issued, and this is it. */
export const isIssued = (of: RecommendationView): of is Issued => of.edition !== null

/** Whether one was issued that says nothing any more, for its time is over. */
export const isRemoved = ({ document }: RecommendationView) => document?.state === 'removed'
