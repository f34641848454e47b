import type { WordedSignatures } from '../../../words/word-signatures.ts'
import { DrawingPicture } from './drawing-picture.tsx'

/** The drawn signatures of a document, as its PDF has them. */
export const Signatures = ({ of: { title, items } }: { of: WordedSignatures }) => (
  <section className="sheet-part">
    <h3>{title}</h3>
    <ul className="drawn-signatures">
      {items.map(({ caption, at, mark }) => (
        <li key={at}>
          <DrawingPicture of={mark} label={caption} />
          {caption} <span className="soft">{at}</span>
        </li>
      ))}
    </ul>
  </section>
)
