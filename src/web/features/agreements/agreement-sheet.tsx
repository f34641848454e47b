import type { AgreementView } from '../../../contracts/agreements.ts'
import { agreementDocument } from '../../../domain/agreement/document.ts'
import { type WordedAgreement, wordAgreement } from '../../../words/word-agreement.ts'
import { Facts } from '../../ui/facts.tsx'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { useNoticeLines } from '../notice-texts/notice-lines.ts'
import { Signatures } from '../signing/signatures.tsx'
import { Sheet } from '../terms/sheet.tsx'
import { useJobName } from '../terms/terms-view.tsx'
import { documentWords } from './document-words.ts'
import './agreement.css'

/** What the agreement's document says, in the reader's language; the PDF is worded by the same. */
function useWorded(a: AgreementView): WordedAgreement {
  const words = useWords(documentWords)
  const { language } = useLanguage()
  const nameOf = useNameOf()
  const jobName = useJobName()
  const linesOf = useNoticeLines()
  const { number, kind, status, school, terms, termsHash, notice, signedOn, formedAt, effectiveAt, endedAt } =
    a
  const content = agreementDocument({
    number,
    kind,
    status,
    school: { code: school.code, name: nameOf(school) },
    parties: { student: a.student, employer: a.employer },
    terms,
    jobName: jobName(terms.jobCategory),
    termsHash,
    notice: notice && { version: notice.version, paragraphs: linesOf(notice) },
    signedOn,
    unitSealedAt: a.isSealed ? a.sealedAt : undefined,
    formedAt,
    effectiveAt,
    endedAt,
    acts: a.timeline,
  })
  return wordAgreement(content, words, language)
}

/** 就业协议书 as it is read on the page and printed by a browser; what is not in force says so on every sheet (R22). */
export function AgreementSheet({ of }: { of: AgreementView }) {
  const { title, number, mark, standing, parts, clauses, acts, signatures, foot, fingerprint, notice } =
    useWorded(of)
  return (
    <>
      {mark && <div className="watermark" aria-hidden="true" data-mark={mark} />}
      <Sheet header={number.join(' ')}>
        <div className="stamp">{standing.stamp}</div>
        <h2 className="sheet-title">{title}</h2>
        <p className="sheet-number">
          {number[0]} <span className="mono">{number[1]}</span>
        </p>
        <p>{standing.sentence}</p>
        {parts.map(({ title, facts }) => (
          <section key={title} className="sheet-part">
            <h3>{title}</h3>
            <Facts of={facts} />
          </section>
        ))}
        {clauses && (
          <section className="sheet-part">
            <h3>{clauses.title}</h3>
            <ol>
              {clauses.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ol>
          </section>
        )}
        <Acts of={acts} />
        {signatures && <Signatures of={signatures} />}
        <div className="sheet-foot">
          {foot.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p className="mono">{fingerprint.join(' ')}</p>
        </div>
        {notice && (
          <section className="sheet-part">
            <h3>{notice.title}</h3>
            {notice.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        )}
      </Sheet>
    </>
  )
}

function Acts({ of: { title, heads, rows } }: { of: WordedAgreement['acts'] }) {
  return (
    <section className="sheet-part">
      <h3>{title}</h3>
      <table className="sheet-acts">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join(' ')}>
              {row.map((cell, index) => (
                <td key={heads[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
