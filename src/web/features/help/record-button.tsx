import { Select } from 'antd'
import type { HelpRecordShown } from '../../../contracts/help.ts'
import { dayInChina } from '../../../domain/day.ts'
import { HELP_WAYS, HELP_WISHES, type HelpWay, type HelpWish } from '../../../domain/help/record.ts'
import type { FieldAt } from '../../ui/field-at.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { AskedDay } from '../cases/asked-day.tsx'
import { AskedText } from '../cases/asked-text.tsx'
import { helpWords } from './words.ts'
import './help.css'

type Draft = {
  readonly spokeOn: string
  readonly spokeBy: HelpWay
  readonly wishFor: HelpWish | ''
  readonly offered: string
  readonly nextStep: string
  readonly nextOn: string
}
/** What is typed, as the server takes it. */
export type TypedRecord = Omit<Draft, 'wishFor' | 'nextOn'> & {
  readonly wishFor: HelpWish | null
  readonly nextOn: string | null
}
type Props = {
  /** What is corrected; else a new one is written. */
  of?: HelpRecordShown
  act: (typed: TypedRecord) => Promise<unknown>
  settled: () => void
}
type Changing = { of: Draft; put: (part: Partial<Draft>) => void; at: (field: string) => FieldAt }

function Fields({ of, put, at }: Changing) {
  const w = useWords(helpWords)
  return (
    <>
      <AskedDay
        at={at('spokeOn')}
        name={w.name.spokeOn}
        window="contact"
        value={of.spokeOn}
        onChange={(spokeOn) => put({ spokeOn })}
      />
      <div>
        <label htmlFor={at('spokeBy').id}>{w.name.spokeBy}</label>
        <Select<HelpWay>
          id={at('spokeBy').id}
          className="help-choice"
          value={of.spokeBy}
          onChange={(spokeBy) => put({ spokeBy })}
          options={HELP_WAYS.map((value) => ({ value, label: w.way[value] }))}
        />
      </div>
      <div>
        <label htmlFor={at('wishFor').id}>{w.name.wishFor}</label>
        <Select<HelpWish | ''>
          id={at('wishFor').id}
          className="help-choice"
          value={of.wishFor}
          onChange={(wishFor) => put({ wishFor })}
          options={[
            { value: '' as const, label: w.notAsked },
            ...HELP_WISHES.map((value) => ({ value, label: w.wish[value] })),
          ]}
        />
      </div>
      <AskedText
        at={at('offered')}
        name={w.name.offered}
        value={of.offered}
        onChange={(offered) => put({ offered })}
      />
      <AskedText
        at={at('nextStep')}
        name={w.name.nextStep}
        isNeeded={false}
        rows={2}
        value={of.nextStep}
        onChange={(nextStep) => put({ nextStep })}
      />
      <AskedDay
        at={at('nextOn')}
        name={w.name.nextOn}
        window="following"
        isNeeded={false}
        value={of.nextOn}
        onChange={(nextOn) => put({ nextOn })}
      />
    </>
  )
}

/** What a contact came to: written, or corrected by who wrote it. */
export function RecordButton({ of, act, settled }: Props) {
  const w = useWords(helpWords)
  const ui = useWords(uiWords)
  const initial: Draft = {
    spokeOn: of?.spokeOn ?? dayInChina(serverNow()),
    spokeBy: of?.spokeBy ?? 'phone',
    wishFor: of?.wishFor ?? '',
    offered: of?.offered ?? '',
    nextStep: of?.nextStep ?? '',
    nextOn: of?.nextOn ?? '',
  }
  return (
    <ActButton<Draft>
      {...(of ? w.correct : w.write)}
      {...(of && { of: of.spokeOn })}
      kind={of ? 'plain' : 'primary'}
      asked={{
        initial,
        names: w.name,
        faults: ({ spokeOn, offered, nextStep, nextOn }) => ({
          spokeOn: spokeOn ? null : ui.needed(w.name.spokeOn),
          offered: offered.trim() ? null : ui.needed(w.name.offered),
          nextStep: nextOn && !nextStep.trim() ? ui.needed(w.name.nextStep) : null,
          nextOn: nextStep.trim() && !nextOn ? ui.needed(w.name.nextOn) : null,
        }),
        show: (draft, put, at) => <Fields of={draft} put={put} at={at} />,
      }}
      act={(_reason, { wishFor, nextOn, ...typed }) =>
        act({ ...typed, wishFor: wishFor || null, nextOn: nextOn || null })
      }
      settled={settled}
    />
  )
}
