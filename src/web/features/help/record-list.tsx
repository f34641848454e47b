import type { ReactNode } from 'react'
import type { HelpRecordShown, ToldNotice } from '../../../contracts/help.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { helpWords } from './words.ts'
import './help.css'

type Content = HelpRecordShown['earlier'][number]
function ContentFacts({ of }: { of: Content }) {
  const w = useWords(helpWords)
  const { day } = useFigures()
  return (
    <>
      <p className="lines">{of.offered}</p>
      <Facts
        of={[
          [w.name.spokeBy, w.way[of.spokeBy]],
          [w.name.wishFor, of.wishFor ? w.wish[of.wishFor] : w.notAsked],
          ...(of.nextOn ? [[w.name.nextStep, `${day(of.nextOn)} ${of.nextStep}`] as const] : []),
        ]}
      />
    </>
  )
}

type Props = {
  items: readonly HelpRecordShown[]
  empty: string
  acts?: (record: HelpRecordShown) => ReactNode
}
/** What each contact came to, the latest first, with what it said before it was corrected. */
export function RecordList({ items, empty, acts }: Props) {
  const w = useWords(helpWords)
  const { day, instant } = useFigures()
  if (items.length === 0) return <div className="empty">{empty}</div>
  return (
    <ul className="help-records">
      {items.map((record) => (
        <li key={record.id}>
          <h3>{day(record.spokeOn)}</h3>
          <ContentFacts of={record} />
          <p className="soft">{w.wrote(record.writer, instant(record.writtenAt))}</p>
          {record.earlier.length > 0 && (
            <details>
              <summary>{w.earlier(record.earlier.length)}</summary>
              {record.earlier.map((before, turn) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: what was before is only added to
                <div key={turn}>
                  <strong>{day(before.spokeOn)}</strong>
                  <ContentFacts of={before} />
                </div>
              ))}
            </details>
          )}
          {acts?.(record)}
        </li>
      ))}
    </ul>
  )
}

/** What somebody was sent, the latest first. */
export function NoticeList({ items, empty }: { items: readonly ToldNotice[]; empty: string }) {
  const w = useWords(helpWords)
  const { instant } = useFigures()
  if (items.length === 0) return <div className="empty">{empty}</div>
  return (
    <ul className="help-records">
      {items.map(({ id, words, writer, sentAt }) => (
        <li key={id}>
          <p className="lines">{words}</p>
          <p className="soft">{w.sentBy(writer, instant(sentAt))}</p>
        </li>
      ))}
    </ul>
  )
}
