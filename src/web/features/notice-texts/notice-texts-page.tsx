import { useSuspenseQuery } from '@tanstack/react-query'
import { listNoticeVersions } from '../../../contracts/notice-texts.ts'
import { NOTICE_KINDS, type NoticeKind } from '../../../domain/notice-text.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { Note } from '../../ui/note.tsx'
import { Pager } from '../../ui/pager.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useSections } from '../schools/settings-section.tsx'
import { NoticeForm } from './notice-form.tsx'
import { useNoticeLines } from './notice-lines.ts'
import { noticeWords } from './words.ts'
import './notice-texts.css'

/** The texts that people read before they act: all staff read them and every version there was, administrators word them. */
export function NoticeTextsPage() {
  const w = useWords(noticeWords)
  const school = useMySchool()
  const { mayChange } = useSections()
  const { address, shown, turn } = useListAddress<{ tab: NoticeKind }>()
  const kind = NOTICE_KINDS.find((one) => one === address.tab) ?? 'signing'
  return (
    <>
      <div className="actions">
        <BackButton list="/school/settings" />
      </div>
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      {!mayChange && <Note below={12} type="info" title={w.readOnly} />}
      <TabLinks label={w.title} of={NOTICE_KINDS.map((tab) => ({ tab, name: w.kinds[tab] }))} open={kind} />
      {mayChange && <NoticeForm key={kind} of={{ school, notice: kind }} />}
      <Versions of={{ school, notice: kind }} page={shown.page} onPage={turn} />
    </>
  )
}

type VersionsProps = {
  of: { school: string; notice: NoticeKind }
  page: string | undefined
  onPage: (page: number) => void
}

/** Every version, newest first: who and when, and what it said. */
function Versions({ of, page, onPage }: VersionsProps) {
  const w = useWords(noticeWords)
  const figures = useFigures()
  const linesOf = useNoticeLines()
  const query = page === undefined ? {} : { page }
  const { data } = useSuspenseQuery(ask(listNoticeVersions, { params: of, query }))
  return (
    <section className="card">
      <h2>{w.versions}</h2>
      {data.items.map((one, index) => {
        const at = figures.instant(one.savedAt)
        return (
          <details key={one.version} className="notice-version" open={index === 0 && data.page === 1}>
            <summary>
              {w.version(one.version)} · {one.ours ? w.ours : w.own} ·{' '}
              {one.savedBy ? w.savedBy(one.savedBy, at) : w.savedByProduct(at)}
            </summary>
            <ol>
              {linesOf(one).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </details>
        )
      })}
      <Pager of={data} onPage={onPage} />
    </section>
  )
}
