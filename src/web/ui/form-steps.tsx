import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../words/language.tsx'
import { useAddressText } from './address-text.ts'
import { uiWords } from './words.ts'
import './form-steps.css'
import './within-reach.css'

export type Step = {
  readonly title: string
  readonly content: ReactNode
}

/** The step that the address names, from 0. */
export function useStep(count: number) {
  const { step } = useAddressText()
  const navigate = useNavigate()
  const at = Math.min(Math.max(1, Number(step) || 1), count) - 1
  const go = (to: number) =>
    navigate({
      to: '.',
      search: (all) => ({ ...all, step: to > 0 ? String(to + 1) : undefined }),
      // The way back leads out of the form, not through its steps.
      replace: true,
    })
  return { at, go }
}

type Props = {
  of: readonly Step[]
  at: number
  /** Checks what this step asks for before it leads on. */
  onNext: () => void
  onBack: (to: number) => void
  /** What sends the form, after the last step. */
  submit: ReactNode
}

/**
 * A long form in steps, each with an address. All of them stay on the page, so that what is typed in one is kept while
 * another is shown.
 */
export function FormSteps({ of, at, onNext, onBack, submit }: Props) {
  const w = useWords(uiWords)
  const top = useRef<HTMLOListElement>(null)
  const shown = useRef(at)
  useEffect(() => {
    if (shown.current !== at) top.current?.scrollIntoView({ block: 'nearest' })
    shown.current = at
  }, [at])
  return (
    <>
      <ol className="steps" ref={top}>
        {of.map(({ title }, index) => (
          <li key={title} aria-current={index === at ? 'step' : undefined}>
            {index < at ? (
              <button type="button" onClick={() => onBack(index)}>
                {title}
              </button>
            ) : (
              <span>{title}</span>
            )}
          </li>
        ))}
      </ol>
      {of.map(({ title, content }, index) => (
        <div key={title} data-step={index} hidden={index !== at}>
          {content}
        </div>
      ))}
      <div className="step-acts within-reach">
        {at > 0 && <Button onClick={() => onBack(at - 1)}>{w.stepBack}</Button>}
        {at < of.length - 1 ? (
          <Button type="primary" onClick={onNext}>
            {w.stepOn}
          </Button>
        ) : (
          submit
        )}
      </div>
    </>
  )
}

/** In which step a field stands, by the id of its input. */
export const stepOf = (id: string): number =>
  Number(document.getElementById(id)?.closest<HTMLElement>('[data-step]')?.dataset.step ?? 0)
