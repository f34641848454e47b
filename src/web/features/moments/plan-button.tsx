import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Radio } from 'antd'
import { planMoment } from '../../../contracts/moments.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { call } from '../../call.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { useMeantDay } from '../cases/refused-rule.ts'
import { momentWords } from './words.ts'

type Draft = { readonly name: string; readonly isNow: boolean; readonly day: string; readonly time: string }
type Changing = { of: Draft; put: (part: Partial<Draft>) => void; at: (field: string) => FieldAt }

/** At once, or at a clock time in China. */
function WhenFields({ of: { isNow, day, time }, put, at }: Changing) {
  const w = useWords(momentWords)
  const { span } = useMeantDay('ahead')
  return (
    <fieldset className="moment-when">
      <legend>{w.when}</legend>
      <Radio.Group
        aria-label={w.when}
        value={isNow}
        onChange={({ target }) => put({ isNow: target.value })}
        options={[
          { value: true, label: w.now },
          { value: false, label: w.later },
        ]}
      />
      {!isNow && (
        <div className="moment-time">
          <label htmlFor={at('when.day').id}>{w.day}</label>
          <Input
            id={at('when.day').id}
            type="date"
            {...span}
            status={at('when.day').fault ? 'error' : ''}
            value={day}
            onChange={({ target }) => put({ day: target.value })}
          />
          <FieldFault of={at('when.day')} />
          <label htmlFor={at('when.time').id}>{w.time}</label>
          <Input
            id={at('when.time').id}
            type="time"
            status={at('when.time').fault ? 'error' : ''}
            value={time}
            onChange={({ target }) => put({ time: target.value })}
          />
          <FieldFault of={at('when.time')} />
        </div>
      )}
    </fieldset>
  )
}

/** Keeps the figures, or plans it; what comes of it is shown. */
export function PlanButton({ school }: { school: string }) {
  const w = useWords(momentWords)
  const client = useQueryClient()
  const navigate = useNavigate()
  const initial: Draft = { name: '', isNow: true, day: addDays(dayInChina(serverNow()), 1), time: '17:00' }
  return (
    <ActButton<Draft>
      {...w.plan}
      kind="primary"
      asked={{
        initial,
        names: { name: w.name, 'when.day': w.day, 'when.time': w.time },
        faults: ({ name, isNow, day, time }) => ({
          name: name.trim() ? null : w.nameNeeded,
          'when.day': isNow || day ? null : w.timeNeeded,
          'when.time': isNow || time ? null : w.timeNeeded,
        }),
        show: (draft, put, at) => (
          <>
            <LineField
              at={at('name')}
              label={w.name}
              value={draft.name}
              most={LONGEST.organisation}
              hint={w.nameHint}
              onChange={(name) => put({ name })}
            />
            <WhenFields of={draft} put={put} at={at} />
          </>
        ),
      }}
      act={async (_reason, { name, isNow, day, time }) => {
        const { id } = await call(planMoment, {
          params: { school },
          body: { name, when: isNow ? null : { day, time } },
        })
        await navigate({ to: `/school/moments/${id}` })
      }}
      settled={() => void client.invalidateQueries()}
    />
  )
}
