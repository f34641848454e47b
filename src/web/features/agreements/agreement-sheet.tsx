import { addressOf } from '../../../contracts/address.ts'
import type { AgreementView } from '../../../contracts/agreements.ts'
import { borneSeal } from '../../../contracts/seals.ts'
import { agreementDocument } from '../../../domain/agreement/document.ts'
import type { SealingParty } from '../../../domain/agreement/seals.ts'
import { type WordedAgreement, wordAgreement } from '../../../words/word-agreement.ts'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { DocumentSheet } from '../documents/document-sheet.tsx'
import { useNoticeLines } from '../notice-texts/notice-lines.ts'
import { DocumentSeals } from '../seals/document-seals.tsx'
import { Signatures } from '../signing/signatures.tsx'
import { useJobName } from '../terms/terms-view.tsx'
import { agreementDocumentWords } from './agreement-document-words.ts'

/** What the agreement's document says, in the reader's language; the PDF is worded by the same. */
function useWorded(a: AgreementView): WordedAgreement {
  const words = useWords(agreementDocumentWords)
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
    schoolSeal: a.document?.seal ?? undefined,
    acts: a.timeline,
  })
  return wordAgreement(content, words, language)
}

/** 就业协议书 as it is read on the page and printed by a browser; what is not in force says so on every sheet (R22). */
export function AgreementSheet({ of }: { of: AgreementView }) {
  const worded = useWorded(of)
  const { clauses, seals, signatures, fingerprint, notice } = worded
  const params = { school: of.school.code, id: of.id }
  const pictureOf = (party: SealingParty) =>
    addressOf(borneSeal[party === 'employer' ? 'employer' : 'agreement'], { params })
  return (
    <DocumentSheet
      of={worded}
      end={
        <>
          {seals && <DocumentSeals of={seals} pictureOf={pictureOf} />}
          {signatures && <Signatures of={signatures} />}
          <div className="sheet-foot">
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
        </>
      }
    >
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
    </DocumentSheet>
  )
}
