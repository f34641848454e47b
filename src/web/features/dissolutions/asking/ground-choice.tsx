import { Radio } from 'antd'
import type { Output } from '../../../../contracts/address.ts'
import type { getDissolutionOffer } from '../../../../contracts/dissolutions.ts'
import type { GroundCode } from '../../../../domain/dissolution/grounds.ts'
import { useWords } from '../../../words/language.tsx'
import { useReasonText } from '../../cases/reason-text.ts'
import { dissolutionWords } from '../words.ts'
import { askingWords } from './words.ts'
import './ground-choice.css'

type Props = {
  offer: Pick<Output<typeof getDissolutionOffer>, 'grounds' | 'closed'>
  /** From the form around it. */
  id?: string
  value?: GroundCode
  onChange?: (ground: GroundCode) => void
}

/** The grounds of this side: the open ones to choose from, the others with why they are not (R27). */
export function GroundChoice({ offer: { grounds, closed }, id, value, onChange }: Props) {
  const w = useWords(askingWords)
  const dissolution = useWords(dissolutionWords)
  const textOf = useReasonText()
  return (
    <Radio.Group
      {...(id && { id })}
      className="grounds"
      aria-label={w.fields.ground}
      value={value}
      onChange={({ target }) => onChange?.(target.value)}
    >
      {grounds.map(({ code, fault, evidenceNeeded }) => (
        <Radio key={code} value={code}>
          {dissolution.ground[code]}
          <small>
            {dissolution.fault[fault]}
            {evidenceNeeded && ` · ${w.evidenceNeeded}`}
          </small>
        </Radio>
      ))}
      {closed.map(({ code, reasons }) => (
        <Radio key={code} value={code} disabled>
          {dissolution.ground[code]}
          <small>{[w.closed, ...reasons.map(textOf)].join(' · ')}</small>
        </Radio>
      ))}
    </Radio.Group>
  )
}
