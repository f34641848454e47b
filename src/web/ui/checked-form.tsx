import { Form, type FormInstance, type FormProps } from 'antd'
import type { ReactNode } from 'react'
import { type Fault, FaultList } from './fault-list.tsx'
import { useFormFaults } from './form-faults.ts'
import { useOptionalMark } from './optional-mark.tsx'

/** Whether what was changed has a value for the field of this path. */
const isWithin = (changed: unknown, path: readonly (string | number)[]): boolean => {
  const [first, ...rest] = path
  if (first === undefined) return true
  return typeof changed === 'object' && changed !== null && first in changed
    ? isWithin(Reflect.get(changed, first), rest)
    : false
}

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
export function CheckedForm<Values>({
  above,
  onLead,
  faults,
  onValuesChange,
  onFinish,
  children,
  ...form
}: Props<Values>) {
  const own = useFormFaults(form.name)
  const { faults: found, tried, collect, follow, clear } = faults ?? own
  const [instance] = Form.useForm<Values>(form.form)
  /** Its fields by the names that it gives itself. */
  const byName: FormInstance = instance
  const optionalMark = useOptionalMark()
  return (
    <Form<Values>
      {...form}
      form={instance}
      noValidate
      layout="vertical"
      requiredMark={optionalMark}
      onFieldsChange={follow}
      onValuesChange={(changed, all) => {
        // What is being corrected is judged again where its field is judged: by the next letter, or when it is left.
        const wrong = instance
          .getFieldsError()
          .filter(({ name, errors }) => errors.length > 0 && isWithin(changed, name))
          .map(({ name }) => ({ name, errors: [] }))
        byName.setFields(wrong)
        onValuesChange?.(changed, all)
      }}
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
