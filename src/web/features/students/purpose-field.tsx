import { Radio } from 'antd'
import { PURPOSES, type Purpose } from '../../../domain/unmasking.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { useWords } from '../../words/language.tsx'
import type { Asked } from '../cases/act-button.tsx'
import { rosterListWords } from './roster-list-words.ts'
import './purpose-field.css'

type Chosen = { readonly purpose: Purpose | null }

function PurposeField({
  of,
  value,
  choose,
}: {
  of: FieldAt
  value: Purpose | null
  choose: (one: Purpose) => void
}) {
  const w = useWords(rosterListWords)
  return (
    <fieldset className="purpose">
      <legend>{w.purpose}</legend>
      <Radio.Group
        id={of.id}
        aria-label={w.purpose}
        options={PURPOSES.map((one) => ({ value: one, label: w.purposes[one] }))}
        value={value}
        onChange={({ target }) => choose(target.value)}
      />
      <FieldFault of={of} />
    </fieldset>
  )
}

/** For what data of a person are shown whole, as dialogs ask it beside words. */
export function useAskedPurpose(): { readonly asked: Asked<Chosen>; readonly asksFor: string } {
  const w = useWords(rosterListWords)
  return {
    asksFor: w.inWords,
    asked: {
      initial: { purpose: null },
      faults: ({ purpose }) => ({ purpose: purpose ? null : w.purposeMissing }),
      show: ({ purpose }, change, at) => (
        <PurposeField of={at('purpose')} value={purpose} choose={(one) => change({ purpose: one })} />
      ),
    },
  }
}
