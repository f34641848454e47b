import { Input } from 'antd'
import { PIN_DIGITS } from '../../../domain/signing/pin.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { AS_TYPED } from '../../ui/keyboards.ts'

type Props = { label: string; hint?: string; value: string; change: (pin: string) => void; at: FieldAt }

/** Six digits on the keys of a telephone, kept by no browser. */
export function PinInput({ label, hint, value, change, at }: Props) {
  return (
    <>
      <label htmlFor={at.id}>{label}</label>
      <Input.Password
        id={at.id}
        inputMode="numeric"
        autoComplete="off"
        maxLength={PIN_DIGITS}
        status={at.fault ? 'error' : ''}
        aria-invalid={at.fault !== null}
        value={value}
        onChange={({ target }) => change(target.value.replace(/\D/g, ''))}
        {...AS_TYPED}
      />
      {hint && <p className="soft">{hint}</p>}
      <FieldFault of={at} />
    </>
  )
}
