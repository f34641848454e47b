import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listHelpNotices, type SentNotice } from '../../../contracts/help.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { Pager } from '../../ui/pager.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { helpWords } from './words.ts'

/** The notices that were sent to groups of graduates, the latest first. */
export function HelpNoticesPage() {
  const { notices: w, back } = useWords(helpWords)
  const { instant, number } = useFigures()
  const school = useMySchool()
  const { shown, turn, isTurning } = useListAddress()
  const query = shown.page === undefined ? {} : { page: shown.page }
  const { data } = useSuspenseQuery(ask(listHelpNotices, { params: { school }, query }))
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        <div className="page-act">
          <Link to="/school/help">{back}</Link>
        </div>
      </div>
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        {data.total === 0 ? (
          <div className="empty">{w.empty}</div>
        ) : (
          <>
            <SmallTable<SentNotice>
              label={w.title}
              items={data.items}
              keyOf={({ id }) => id}
              columns={[
                { title: w.words, show: ({ words }) => <span className="lines">{words}</span> },
                { title: w.count, show: ({ count }) => w.people(number(count)) },
                { title: w.writer, show: ({ writer }) => writer },
                { title: w.sentAt, show: ({ sentAt }) => instant(sentAt) },
                { title: w.state, show: ({ left }) => (left > 0 ? w.left(number(left)) : w.sent) },
              ]}
            />
            <Pager of={data} onPage={turn} />
          </>
        )}
      </section>
    </>
  )
}
