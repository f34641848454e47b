import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { correctHelpRecord, getHelped, type Helped, writeHelpRecord } from '../../../contracts/help.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { useWords } from '../../words/language.tsx'
import { RecordButton } from './record-button.tsx'
import { NoticeList, RecordList } from './record-list.tsx'
import { StandingMark } from './standing-mark.tsx'
import { helpWords } from './words.ts'

const sayingOf = (referral: Helped['referral']) => {
  if (referral === null) return 'unanswered'
  return referral.isReferred ? 'agreed' : 'refused'
}

/** How one graduate is helped: what each contact came to, and what they were sent. */
export function HelpedPage() {
  const w = useWords(helpWords)
  const { school = '', id = '' } = useParams({ strict: false })
  const client = useQueryClient()
  const settled = () => void client.invalidateQueries()
  const { data } = useSuspenseQuery(ask(getHelped, { params: { school, id } }))
  const { student } = data
  return (
    <CasePage
      title={`${student.name} · ${w.title}`}
      back="/school/help"
      state={<StandingMark of={data.standing} />}
      acts={
        <RecordButton
          act={(body) => call(writeHelpRecord, { params: { school, id }, body })}
          settled={settled}
        />
      }
      more={
        <Link to="/school/students/$school/$id" params={{ school, id }}>
          {w.toFile}
        </Link>
      }
    >
      <section className="card">
        <p className="soft">
          {student.studentNumber} · {student.college} · {student.major} {data.className}
        </p>
        <p>
          {w.referral.title}：{w.referral.is[sayingOf(data.referral)]}
        </p>
        <h2>{w.records}</h2>
        <RecordList
          items={data.records}
          empty={w.noRecords}
          acts={(record) =>
            record.isOwn && (
              <RecordButton
                key={record.version}
                of={record}
                act={(typed) =>
                  call(correctHelpRecord, {
                    params: { school, id: record.id },
                    body: { ...typed, seenVersion: record.version },
                  })
                }
                settled={settled}
              />
            )
          }
        />
      </section>
      <section className="card">
        <h2>{w.received}</h2>
        <NoticeList items={data.notices} empty={w.noReceived} />
      </section>
    </CasePage>
  )
}
