import { Form, type FormProps } from 'antd'
import type { ReactNode } from 'react'
import { type Fault, FaultList } from './fault-list.tsx'
import { useFormFaults } from './form-faults.ts'
import { useOptionalMark } from './optional-mark.tsx'

type Props<Values> = Pick<
  FormProps<Values>,
  'form' | 'name' | 'className' | 'initialValues' | 'disabled' | 'onValuesChange' | 'onFinish'
> & {
  /** What the server said of what was sent. */
  above?: ReactNode
  /** Brings the place of a fault onto the page, before its field takes the focus. */
  onLead?: (fault: Fault) => unknown
  /** Where the page checks by itself too. */
  faults?: ReturnType<typeof useFormFaults>
  children: ReactNode
}

/**
 * A form, everywhere: optional fields are said, and what is wrong stands at its field and in a list above that comes into
 * sight and leads there.
 */
export function CheckedForm<Values>({ above, onLead, faults, onFinish, children, ...form }: Props<Values>) {
  const own = useFormFaults(form.name)
  const { faults: found, tried, collect, follow, clear } = faults ?? own
  const optionalMark = useOptionalMark()
  return (
    <Form<Values>
      {...form}
      noValidate
      layout="vertical"
      requiredMark={optionalMark}
      onFieldsChange={follow}
      onFinishFailed={collect}
      onFinish={(values) => {
        clear()
        onFinish?.(values)
      }}
    >
      {above}
      <FaultList of={found} tried={tried} onOpen={onLead} />
      {children}
    </Form>
  )
}
