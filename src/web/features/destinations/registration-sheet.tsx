import { addressOf } from '../../../contracts/address.ts'
import { type DestinationView, readRegistrationSheet } from '../../../contracts/destinations.ts'
import { registrationSheet, usualSheet } from '../../../domain/destination/sheet.ts'
import { wordRegistration } from '../../../words/word-registration.ts'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { DocumentSheet } from '../documents/document-sheet.tsx'
import { Downloads, SealNote } from '../documents/downloads.tsx'
import { IssuedBy } from '../documents/issued-by.tsx'
import { registrationWords } from './registration-words.ts'

type Props = { of: DestinationView }

/** 毕业去向登记表 of what was registered, as it is read on the page and printed by a browser; the PDF is worded by the same. */
export function RegistrationSheet({ of: d }: Props) {
  const words = useWords(registrationWords)
  const { language } = useLanguage()
  const nameOf = useNameOf()
  const content = registrationSheet({
    school: { code: d.school.code, name: nameOf(d.school) },
    student: d.student,
    category: { code: d.code, name: nameOf(d.category) },
    answers: d.answers
      .filter(({ byStaff }) => !byStaff)
      .map((answer) => [nameOf(answer), nameOf(answer.shown)] as const),
    status: d.status,
    declaredAt: d.declaredAt,
    registeredAt: d.registeredAt,
    endedAt: d.endedAt,
    acts: d.timeline,
  })
  const worded = wordRegistration(content, words, language)
  return (
    <DocumentSheet
      of={worded}
      end={
        <IssuedBy
          of={worded.issued}
          at={{ school: d.school.code, id: d.id, kind: 'registration' }}
          document={d.sheet}
        />
      }
    />
  )
}

/** The ways to save it. */
export function RegistrationDownloads({ of: d }: Props) {
  const { title, mark } = useWords(registrationWords)
  const isVoid = usualSheet(d) === 'copy'
  return (
    <Downloads
      title={title}
      document={d.sheet}
      mark={isVoid ? mark.voided : null}
      addressOf={(as) =>
        addressOf(readRegistrationSheet, {
          params: { school: d.school.code, id: d.id },
          query: { download: '1', as },
        })
      }
    />
  )
}

export function RegistrationNote({ of: d }: Props) {
  const { title } = useWords(registrationWords)
  return <SealNote title={title} document={d.sheet} />
}
