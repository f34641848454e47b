import { useState } from 'react'
import type { Neighbours } from '../../../contracts/review.ts'
import { BackButton, useBack } from '../../ui/back-button.tsx'
import { useKeptChoice } from '../../ui/kept-choice.ts'
import { PlainButton } from '../../ui/plain-button.tsx'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { useInQueue } from './in-queue.ts'
import { KeyHelp } from './key-help.tsx'
import { pressAct, useKeys } from './queue-keys.ts'
import { type LeadingQueue, listOf, type Placeable } from './queue-of.ts'
import { reviewWords } from './words.ts'

type Props<Row extends Placeable> = {
  of: LeadingQueue<Row>
  beside: Neighbours | undefined
  next: (() => void) | undefined
  previous: (() => void) | undefined
}

/** Above a case of a queue: back to the list, where one is in it, on and back, by buttons and by keys. */
export function QueueBar<Row extends Placeable>({ of, beside, next, previous }: Props<Row>) {
  const w = useWords(reviewWords)
  const me = useMe()
  const { list } = useInQueue<Row['status']>()
  const back = useBack({ list: listOf(of), search: list })
  const [isHelping, setHelping] = useState(false)
  const [kept, keep] = useKeptChoice(`keys.${me.id}`)
  const isOn = kept !== 'off'
  useKeys(
    {
      j: next,
      ArrowRight: next,
      k: previous,
      ArrowLeft: previous,
      u: back,
      p: () => pressAct('p'),
      r: () => pressAct('r'),
      x: () => pressAct('x'),
      '?': () => setHelping(!isHelping),
      Escape: () => setHelping(false),
    },
    isOn,
  )
  return (
    <div className="queue-bar">
      <BackButton list={listOf(of)} search={list} />
      <span className="queue-steps">
        <PlainButton disabled={!previous} onClick={previous}>
          {w.previous}
        </PlainButton>
        <span className="queue-place">
          {beside && w.place(beside.before + (beside.isHere ? 1 : 0), beside.total)}
        </span>
        <PlainButton disabled={!next} onClick={next}>
          {w.next}
        </PlainButton>
      </span>
      <KeyHelp open={isHelping} toggle={setHelping} isOn={isOn} turn={(on) => keep(on ? 'on' : 'off')} />
    </div>
  )
}
