import { Input, Select } from 'antd'
import type { HelpRecordShown } from '../../../contracts/help.ts'
import { dayInChina } from '../../../domain/day.ts'
import { HELP_WAYS, HELP_WISHES, type HelpWay, type HelpWish } from '../../../domain/help/record.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { AskedText } from '../cases/asked-text.tsx'
import { useMeantDay } from '../cases/refused-rule.ts'
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

function DayField({
  field,
  window,
  ...changing
}: Changing & { field: 'spokeOn' | 'nextOn'; window: 'contact' | 'following' }) {
  const { name } = useWords(helpWords)
  const { optional } = useWords(uiWords)
  const { span } = useMeantDay(window)
  const at = changing.at(field)
  return (
    <div>
      <label htmlFor={at.id}>
        {name[field]}
        {field === 'nextOn' && optional}
      </label>
      <Input
        id={at.id}
        type="date"
        {...span}
        value={changing.of[field]}
        status={at.fault ? 'error' : ''}
        aria-invalid={at.fault !== null}
        onChange={({ target }) => changing.put({ [field]: target.value })}
      />
      <FieldFault of={at} />
    </div>
  )
}

function Fields(changing: Changing) {
  const w = useWords(helpWords)
  const { of, put, at } = changing
  return (
    <>
      <DayField {...changing} field="spokeOn" window="contact" />
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
      <DayField {...changing} field="nextOn" window="following" />
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
