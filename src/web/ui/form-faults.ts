import { useState } from 'react'
import type { Fault } from './fault-list.tsx'

type FieldState = {
  readonly name?: string | number | readonly (string | number)[]
  readonly errors?: readonly string[]
}

const idOf = (form: string | undefined, name: FieldState['name']) => [form ?? [], name ?? []].flat().join('_')
/** Of whom the field is, where there is one for each of several, and what it is called, before what is wrong in it. */
const said = (id: string, error: string) => {
  const field = document.getElementById(id)
  const whose = field?.closest('fieldset')?.querySelector('legend')?.textContent
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent
  const names = [whose, label].filter((name) => name && !error.includes(name))
  return [...names, error].join(': ')
}
const faultsOf = (form: string | undefined, fields: readonly FieldState[]): Fault[] =>
  fields.flatMap(({ name, errors = [] }) => {
    const id = idOf(form, name)
    return errors.slice(0, 1).map((error) => ({ id, text: said(id, error) }))
  })

/**
 * All that is wrong in a form, for the list above it: collected when it is sent (`onFinishFailed`), and from then on kept
 * true (`onFieldsChange`). `form` is its name, where it has one.
 */
export function useFormFaults(form?: string) {
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [tried, setTried] = useState(0)
  return {
    faults,
    /** Grows with each time that it was sent with faults. */
    tried,
    clear: () => setFaults([]),
    collect: ({ errorFields }: { errorFields: readonly FieldState[] }) => {
      setFaults(faultsOf(form, errorFields))
      setTried((before) => before + 1)
    },
    follow: (_changed: readonly FieldState[], all: readonly FieldState[]) => {
      if (faults.length > 0) setFaults(faultsOf(form, all))
    },
  }
}
