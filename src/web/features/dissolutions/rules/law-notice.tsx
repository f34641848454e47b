import { Checkbox } from 'antd'
import type { AgreementKind } from '../../../../domain/agreement/life.ts'
import { FieldFault } from '../../../ui/field-at.tsx'
import { useFigures } from '../../../ui/figures.ts'
import { useWords } from '../../../words/language.tsx'
import type { Asked } from '../../cases/act-button.tsx'
import { lawWords } from './law-words.ts'
import './law.css'

type Props = { kind: AgreementKind; penalty?: number }

/** 解约须知, as it holds for the kind of agreement; `penalty` in fen, where one agreement is meant. */
export function LawNotice({ kind, penalty }: Props) {
  const w = useWords(lawWords)
  const { money } = useFigures()
  return (
    <ol className="law">
      {w.lines(kind).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {penalty !== undefined && <li>{w.penalty(money(penalty))}</li>}
    </ol>
  )
}

/** The tick under the notice, for the dialog that agrees. */
export function useNoticeTick(): Asked<{ noticeRead: boolean }> {
  const w = useWords(lawWords)
  return {
    initial: { noticeRead: false },
    show: ({ noticeRead }, change, at) => (
      <div>
        <Checkbox
          id={at('noticeRead').id}
          checked={noticeRead}
          onChange={({ target }) => change({ noticeRead: target.checked })}
        >
          {w.tick}
        </Checkbox>
        <FieldFault of={at('noticeRead')} />
      </div>
    ),
    faults: ({ noticeRead }) => ({ noticeRead: noticeRead ? null : w.tickNeeded }),
  }
}
