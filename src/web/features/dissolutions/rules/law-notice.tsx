import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { getAgreement } from '../../../../contracts/agreements.ts'
import { getNoticeText } from '../../../../contracts/notice-texts.ts'
import type { NoticeWords } from '../../../../domain/notice-text.ts'
import { ask } from '../../../call.ts'
import { type FieldAt, FieldFault } from '../../../ui/field-at.tsx'
import { useFigures } from '../../../ui/figures.ts'
import { useWords } from '../../../words/language.tsx'
import type { Asked } from '../../cases/act-button.tsx'
import { useNoticeLines } from '../../notice-texts/notice-lines.ts'
import { lawWords } from './law-words.ts'
import './law.css'

type Props = { notice: NoticeWords; penalty?: number }

/** 解约须知 as the school words it; `penalty` in fen, where one agreement is meant. */
export function LawNotice({ notice, penalty }: Props) {
  const w = useWords(lawWords)
  const linesOf = useNoticeLines()
  const { money } = useFigures()
  return (
    <ol className="law">
      {linesOf(notice).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {penalty !== undefined && <li>{w.penalty(money(penalty))}</li>}
    </ol>
  )
}

type Ticked = { readonly noticeVersion: number }
type Of = { readonly school: string; readonly id: string }
type TickProps = { of: Of; ticked: number; at: FieldAt; onTick: (version: number) => void }

/** What is read and its tick, once the dialog is open: no list carries it. Worded anew, it is to be ticked again. */
function NoticeToTick({ of: { school, id }, ticked, at, onTick }: TickProps) {
  const w = useWords(lawWords)
  const { data: notice } = useQuery(ask(getNoticeText, { params: { school, notice: 'dissolution' } }))
  const { data: agreement } = useQuery(ask(getAgreement, { params: { school, id } }))
  if (!notice) return null
  return (
    <div>
      <LawNotice notice={notice} {...(agreement && { penalty: agreement.terms.penalty })} />
      <Checkbox
        id={at.id}
        checked={ticked === notice.version}
        onChange={({ target }) => onTick(target.checked ? notice.version : 0)}
      >
        {w.tick}
      </Checkbox>
      <FieldFault of={at} />
    </div>
  )
}

/** 解约须知 with its tick, for the dialog that agrees to dissolve this agreement; 0 while nothing is ticked. */
export function useNoticeTick(of: Of): Asked<Ticked> {
  const w = useWords(lawWords)
  return {
    initial: { noticeVersion: 0 },
    show: ({ noticeVersion: ticked }, change, at) => (
      <NoticeToTick
        of={of}
        ticked={ticked}
        at={at('noticeVersion')}
        onTick={(noticeVersion) => change({ noticeVersion })}
      />
    ),
    faults: ({ noticeVersion }) => ({ noticeVersion: noticeVersion > 0 ? null : w.tickNeeded }),
  }
}
