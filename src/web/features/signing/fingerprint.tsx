import { shortFingerprint } from '../../../domain/signing/bound.ts'
import { useWords } from '../../words/language.tsx'
import { fingerprintWords } from './fingerprint-words.ts'
import './fingerprint.css'

/** What is signed, as a person compares it. */
export function Fingerprint({ of }: { of: string }) {
  const w = useWords(fingerprintWords)
  return (
    <p className="fingerprint" title={of}>
      {w.fingerprint} <span className="mono">{shortFingerprint(of)}</span>
    </p>
  )
}
