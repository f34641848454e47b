import { Radio } from 'antd'
import { FAULTS, type Fault } from '../../../../domain/dissolution.ts'
import { useWords } from '../../../words/language.tsx'

type Props = { value: Fault; onChange: (fault: Fault) => void }

/** On whose side the breach is: as the request tells it, until the school chooses otherwise. */
export function FaultChoice({ value, onChange }: Props) {
  const w = useWords().dissolution
  return (
    <fieldset className="choices">
      <legend>{w.faultChoice}</legend>
      <Radio.Group
        value={value}
        onChange={({ target }) => onChange(target.value)}
        options={FAULTS.map((fault) => ({ value: fault, label: w.fault[fault] }))}
      />
    </fieldset>
  )
}
