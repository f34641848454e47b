import { useWords } from '../words/language.tsx'
import { uiWords } from './words.ts'
import './fault-list.css'

/** A fault of a field: the id of its input, what the field is called and what is wrong. */
export type Fault = { readonly id: string; readonly text: string }

/** The step that holds it may be drawn only some frames after its address has changed. */
function focusOnceShown(id: string, frames = 30): void {
  const field = document.getElementById(id)
  if (field?.offsetParent) {
    field.scrollIntoView({ block: 'center' })
    field.focus()
  } else if (frames > 0) requestAnimationFrame(() => focusOnceShown(id, frames - 1))
}

/** Above a form: all that is wrong in it, each leading to its field. */
export function FaultList({
  of,
  onOpen,
}: {
  of: readonly Fault[]
  onOpen?: ((fault: Fault) => unknown) | undefined
}) {
  const w = useWords(uiWords)
  if (of.length === 0) return null
  const lead = async (fault: Fault) => {
    await onOpen?.(fault)
    focusOnceShown(fault.id)
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
