import { Input } from 'antd'
import { type ConfirmationProgress, saveConfirmationPeriod } from '../../../contracts/confirmations.ts'
import { call } from '../../call.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { AskedText } from '../cases/asked-text.tsx'
import { useMeantDay } from '../cases/refused-rule.ts'
import { confirmationWords } from './words.ts'

type Draft = { readonly opensOn: string; readonly closesOn: string; readonly periodText: string }
type Props = { of: ConfirmationProgress; school: string; settled: () => void }

/** From when until when a year's graduates are asked, and in which words. */
export function PeriodButton({ of: { year, period }, school, settled }: Props) {
  const { save, name, reversed } = useWords(confirmationWords).school
  const ui = useWords(uiWords)
  const { span } = useMeantDay('season')
  const dayField = (
    field: 'opensOn' | 'closesOn',
    draft: Draft,
    put: (part: Partial<Draft>) => void,
    at: FieldAt,
  ) => (
    <div>
      <label htmlFor={at.id}>{name[field]}</label>
      <Input
        id={at.id}
        type="date"
        {...span}
        value={draft[field]}
        status={at.fault ? 'error' : ''}
        aria-invalid={at.fault !== null}
        onChange={({ target }) => put({ [field]: target.value })}
      />
      <FieldFault of={at} />
    </div>
  )
  const faultOf = ({ opensOn, closesOn }: Draft) => {
    if (!closesOn) return ui.needed(name.closesOn)
    return opensOn > closesOn ? reversed : null
  }
  return (
    <ActButton<Draft>
      {...save}
      kind={period ? 'plain' : 'primary'}
      asked={{
        initial: {
          opensOn: period?.opensOn ?? '',
          closesOn: period?.closesOn ?? '',
          periodText: period?.words ?? '',
        },
        names: name,
        faults: (draft) => ({
          opensOn: draft.opensOn ? null : ui.needed(name.opensOn),
          closesOn: faultOf(draft),
        }),
        show: (draft, put, at) => (
          <>
            {dayField('opensOn', draft, put, at('opensOn'))}
            {dayField('closesOn', draft, put, at('closesOn'))}
            <AskedText
              at={at('periodText')}
              name={name.periodText}
              isNeeded={false}
              value={draft.periodText}
              onChange={(periodText) => put({ periodText })}
            />
          </>
        ),
      }}
      act={(_reason, draft) =>
        call(saveConfirmationPeriod, {
          params: { school },
          body: { ...draft, year, seenVersion: period?.version ?? 0 },
        })
      }
      settled={settled}
    />
  )
}
