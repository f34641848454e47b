import { useWords } from '../words/language.tsx'
import { uiWords } from './words.ts'
import './fault-list.css'

/** A fault of a field: the id of its input, what the field is called and what is wrong. */
export type Fault = { readonly id: string; readonly text: string }

/** Above a form: all that is wrong in it, each leading to its field. */
export function FaultList({
  of,
  onOpen,
}: {
  of: readonly Fault[]
  onOpen?: ((fault: Fault) => void) | undefined
}) {
  const w = useWords(uiWords)
  if (of.length === 0) return null
  const lead = (fault: Fault) => {
    onOpen?.(fault)
    // After the step that holds it has been drawn.
    requestAnimationFrame(() => {
      const field = document.getElementById(fault.id)
      field?.scrollIntoView({ block: 'center' })
      field?.focus()
    })
  }
  return (
    <div className="faults" role="alert">
      <strong>{w.faults(of.length)}</strong>
      <ul>
        {of.map((fault) => (
          <li key={fault.id}>
            <button type="button" onClick={() => lead(fault)}>
              {fault.text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
