import { Radio } from 'antd'
import { FAULTS, type Fault } from '../../../../domain/dissolution/grounds.ts'
import { type FieldAt, FieldFault } from '../../../ui/field-at.tsx'
import { useWords } from '../../../words/language.tsx'
import { dissolutionWords } from '../words.ts'
import { answeringWords } from './words.ts'
import './fault-choice.css'

type Props = { value: Fault | null; at: FieldAt; onChange: (fault: Fault) => void }

/** On whose side the breach is: who asked has claimed it, the school decides. Nothing is chosen before. */
export function FaultChoice({ value, at, onChange }: Props) {
  const w = useWords(answeringWords)
  const dissolution = useWords(dissolutionWords)
  return (
    <fieldset id={at.id} className="framed">
      <legend>{w.faultChoice}</legend>
      <Radio.Group
        aria-label={w.faultChoice}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        options={FAULTS.map((fault) => ({ value: fault, label: dissolution.fault[fault] }))}
      />
      <FieldFault of={at} />
    </fieldset>
  )
}
