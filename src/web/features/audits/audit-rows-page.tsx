import { useSuspenseQuery } from '@tanstack/react-query'
import { listAuditRows } from '../../../contracts/audits.ts'
import { TOPICS, type Topic } from '../../../domain/audit/topics.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { Sideways } from '../../ui/sideways.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { auditWords } from './words.ts'
import './audits.css'

/** The rows of a topic, as the file has them. */
export function AuditRowsPage() {
  const w = useWords(auditWords)
  const { language } = useLanguage()
  const school = useMySchool()
  const { address, shown, change, isTurning } = useListAddress<{
    year: string
    topic: Topic
    after: string
  }>()
  const topic = shown.topic ?? TOPICS[0]
  const query = { year: shown.year ?? '', topic, after: shown.after ?? '', language }
  const { data } = useSuspenseQuery(ask(listAuditRows, { params: { school }, query }))
  const rows = data.rows.map((cells, nth) => ({ cells, key: String(nth) }))
  return (
    <>
      <BackButton list="/school/audit" />
      <h1>{w.topic[topic]}</h1>
      <p className="soft">{w.about[topic]}</p>
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        {rows.length === 0 ? (
          <div className="empty">{w.empty}</div>
        ) : (
          <Sideways label={w.topic[topic]} className="audit-rows">
            <SmallTable
              label={w.topic[topic]}
              items={rows}
              keyOf={({ key }) => key}
              columns={data.headings.map((title, nth) => ({
                title,
                show: ({ cells }: { cells: readonly string[] }) => cells[nth] || '—',
              }))}
            />
          </Sideways>
        )}
        <OnwardPages
          label={w.topic[topic]}
          after={address.after}
          next={data.next}
          onPage={(next) => change({ ...address, ...next })}
        />
      </section>
    </>
  )
}
