import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import type { ApplicantRow } from '../../../contracts/applications.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { useFigures } from '../../ui/figures.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { interviewWords } from '../interviews/words.ts'
import { Arranged, useAnswerDue } from './applicant-standing.tsx'
import type { Tick } from './applicants-frame.tsx'
import { applicationWords } from './words.ts'

type Props = {
  of: ApplicantRow
  tick: Tick
  /** Told which card is on its way; null once it is let go. */
  onDrag: (row: ApplicantRow | null) => void
  onAct: (row: ApplicantRow, action: ApplicantRow['actions'][number]) => void
}

/** An applicant on the board, with the same acts by a menu as by dragging. */
export function ApplicantCard({ of, tick, onDrag, onAct }: Props) {
  const w = useWords(applicationWords)
  const interviews = useWords(interviewWords)
  const figures = useFigures()
  const nameOf = useNameOf()
  const due = useAnswerDue()(of)
  const { applicant, school, id, title, mark, appliedAt, actions } = of
  const labels = { ...w.act, interview: interviews.propose, look: null }
  const items = actions.flatMap((action) => {
    const label = labels[action]?.label
    return label ? [{ key: action, label, onClick: () => onAct(of, action) }] : []
  })
  return (
    <li
      className="board-card"
      draggable={items.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', applicant.name)
        onDrag(of)
      }}
      onDragEnd={() => onDrag(null)}
    >
      <div className="board-card-head">
        {tick(of)}
        <Link
          draggable={false}
          to={caseAddress('employer', { kind: 'application', school: school.code, id })}
        >
          {applicant.name}
        </Link>
        {mark && <span className="board-mark">{w.mark[mark]}</span>}
        {items.length > 0 && (
          <Dropdown trigger={['click']} autoFocus menu={{ items }}>
            <Button size="small" aria-label={w.board.acts(`${applicant.name} · ${title}`)}>
              {w.board.menu}
            </Button>
          </Dropdown>
        )}
      </div>
      <p>{title}</p>
      <p className="soft">
        {applicant.major} · {nameOf(applicant.education)}
      </p>
      <p className="soft">
        {nameOf(school)} · <span className="whole">{figures.dayOf(appliedAt)}</span>
      </p>
      {due && <p className="soft">{due}</p>}
      <Arranged of={of} />
    </li>
  )
}
