import { Radio } from 'antd'
import { FAULTS, type Fault } from '../../../../domain/dissolution/grounds.ts'
import { useWords } from '../../../words/language.tsx'
import { dissolutionWords } from '../words.ts'
import { answeringWords } from './words.ts'
import './fault-choice.css'

type Props = { value: Fault; onChange: (fault: Fault) => void }

/** On whose side the breach is: as the request tells it, until the school chooses otherwise. */
export function FaultChoice({ value, onChange }: Props) {
  const w = useWords(answeringWords)
  const dissolution = useWords(dissolutionWords)
  return (
    <fieldset className="framed">
      <legend>{w.faultChoice}</legend>
      <Radio.Group
        value={value}
        onChange={({ target }) => onChange(target.value)}
        options={FAULTS.map((fault) => ({ value: fault, label: dissolution.fault[fault] }))}
      />
    </fieldset>
  )
}
