import type { FormProps } from 'antd'
import { useWords } from '../words/language.tsx'
import { uiWords } from './words.ts'
import './form-section.css'

/** Which fields may be left empty is said at these; the others are needed. */
export function useOptionalMark(): NonNullable<FormProps['requiredMark']> {
  const w = useWords(uiWords)
  return (label, { required }) => (
    <>
      {label}
      {!required && <span className="optional">{w.optional}</span>}
    </>
  )
}
