import { useSuspenseQuery } from '@tanstack/react-query'
import { getMyHelp } from '../../../contracts/help.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { NoticeList, RecordList } from './record-list.tsx'
import { helpWords } from './words.ts'

/** What the school has written of its contacts with the student, and has sent them. */
export function MyHelpPage() {
  const { mine } = useWords(helpWords)
  const school = useMySchool()
  const { data } = useSuspenseQuery(ask(getMyHelp, { params: { school } }))
  return (
    <CasePage title={mine.title} back="/student" state={null}>
      <section className="card">
        <p className="soft">{mine.lead}</p>
        <h2>{mine.received}</h2>
        <NoticeList items={data.notices} empty={mine.noReceived} />
      </section>
      <section className="card">
        <h2>{mine.records}</h2>
        <RecordList items={data.records} empty={mine.noRecords} />
      </section>
    </CasePage>
  )
}
