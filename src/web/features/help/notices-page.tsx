import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listHelpNotices, type SentNotice } from '../../../contracts/help.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { helpWords } from './words.ts'

/** The notices that were sent to groups of graduates, the latest first. */
export function HelpNoticesPage() {
  const w = useWords(helpWords)
  const { instant, number } = useFigures()
  const school = useMySchool()
  const { shown, turn, isTurning } = useListAddress()
  const query = shown.page === undefined ? {} : { page: shown.page }
  const { data } = useSuspenseQuery(ask(listHelpNotices, { params: { school }, query }))
  const state = ({ left }: SentNotice) => (left > 0 ? w.notices.left(number(left)) : w.notices.sent)
  const people = ({ count }: SentNotice) => w.notices.people(number(count))
  return (
    <ListPage<SentNotice>
      title={w.notices.title}
      act={<Link to="/school/help">{w.back}</Link>}
      page={data}
      empty={w.notices.empty}
      onPage={turn}
      isTurning={isTurning}
      brief={(notice) => ({
        who: notice.words,
        what: `${notice.writer} · ${people(notice)}`,
        state: state(notice),
        due: instant(notice.sentAt),
      })}
      columns={[
        { title: w.notices.words, show: ({ words }) => <span className="lines">{words}</span> },
        { title: w.notices.count, show: people },
        { title: w.notices.writer, show: ({ writer }) => writer },
        { title: w.notices.sentAt, show: ({ sentAt }) => instant(sentAt) },
        { title: w.state, show: state },
      ]}
    />
  )
}
