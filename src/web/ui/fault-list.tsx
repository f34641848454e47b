import { useEffect, useRef } from 'react'
import { useWords } from '../words/language.tsx'
import { uiWords } from './words.ts'
import './fault-list.css'

/** A fault of a field: the id of its input, what the field is called and what is wrong. */
export type Fault = { readonly id: string; readonly text: string }

/** A group of choices is a field by its first choice. */
const focusable = (field: HTMLElement): HTMLElement =>
  field.tabIndex >= 0 || field.hasAttribute('tabindex') ? field : (field.querySelector('input') ?? field)

/** The step that holds it may be drawn only some frames after its address has changed. */
function focusOnceShown(id: string, frames = 30): void {
  const field = document.getElementById(id)
  if (field?.offsetParent) {
    field.scrollIntoView({ block: 'center' })
    focusable(field).focus()
  } else if (frames > 0) requestAnimationFrame(() => focusOnceShown(id, frames - 1))
}

/** Above a form: all that is wrong in it, each leading to its field. It comes into sight each time that the form is sent. */
export function FaultList({
  of,
  tried,
  onOpen,
}: {
  of: readonly Fault[]
  /** How often the form was sent with faults. */
  tried: number
  onOpen?: ((fault: Fault) => unknown) | undefined
}) {
  const w = useWords(uiWords)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (tried === 0) return
    list.current?.scrollIntoView({ block: 'center' })
    list.current?.focus({ preventScroll: true })
  }, [tried])
  if (of.length === 0) return null
  const lead = async (fault: Fault) => {
    await onOpen?.(fault)
    focusOnceShown(fault.id)
  }
  return (
    <div ref={list} className="faults" role="alert" tabIndex={-1}>
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
