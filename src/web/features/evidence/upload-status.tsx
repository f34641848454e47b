import { useWords } from '../../words/language.tsx'
import type { Upload } from './uploads.ts'
import { evidenceWords } from './words.ts'

/** Read out in quarters: who listens is told how far it is, not every percent. */
export function UploadStatus({ of, arrived }: { of: readonly Upload[]; arrived: number }) {
  const w = useWords(evidenceWords)
  const going = of.filter(({ stopped }) => !stopped)
  const all = going.reduce((sum, { file }) => sum + file.size, 0)
  const sent = going.reduce((sum, upload) => sum + upload.sent, 0)
  const percent = Math.min(100, Math.floor((sent / all) * 4) * 25)
  const news = percent === 100 ? w.checking : w.underWay(going.length, percent)
  return (
    <p role="status" className="unseen">
      {going.length > 0 ? news : arrived > 0 && w.arrived(arrived)}
    </p>
  )
}
