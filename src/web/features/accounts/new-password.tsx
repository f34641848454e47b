import { useState } from 'react'
import { LONGEST } from '../../../domain/longest.ts'
import { useWords } from '../../words/language.tsx'
import { enterWords } from './enter-words.ts'

/** The password that an account is to have, before Ant Design has come. */
export function NewPassword() {
  const w = useWords(enterWords)
  const [shown, setShown] = useState(false)
  return (
    <>
      <label>
        {w.password}
        <input
          name="password"
          type={shown ? 'text' : 'password'}
          className="choice"
          required
          maxLength={LONGEST.secret}
          autoComplete="new-password"
          aria-describedby="password-hint"
        />
      </label>
      <p id="password-hint" className="hint">
        {w.hint}
      </p>
      <label className="tick">
        <input type="checkbox" checked={shown} onChange={({ target }) => setShown(target.checked)} />
        {w.show}
      </label>
    </>
  )
}
