import { Button } from 'antd'
import { Note } from '../../ui/note.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useWords } from '../../words/language.tsx'
import { secondFactorWords } from './second-factor-words.ts'
import './second-factor.css'

/** The codes for a lost telephone as long as this page is open: they are kept nowhere, so it asks before it is left. */
export function RecoveryCodes({ codes, onSaved }: { codes: readonly string[]; onSaved: () => void }) {
  const w = useWords(secondFactorWords)
  useUnsaved(() => true, { text: w.codesHint })
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    said.success(w.copied)
  }
  return (
    <>
      <h2>{w.codes}</h2>
      <Note type="warning" title={w.codesHint} />
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="second-factor-acts actions">
        <Button type="primary" onClick={onSaved}>
          {w.saved}
        </Button>
        <Button onClick={() => window.print()}>{w.print}</Button>
        {'clipboard' in navigator && <Button onClick={() => copy().catch(() => {})}>{w.copy}</Button>}
      </div>
    </>
  )
}
