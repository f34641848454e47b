import type { WordedSeals } from '../../../words/word-seals.ts'
import './seals.css'

type Props = { of: WordedSeals; pictureOf: (party: WordedSeals['items'][number]['party']) => string }

/** The seals of a document, as its PDF has them. */
export const DocumentSeals = ({ of: { title, items }, pictureOf }: Props) => (
  <section className="sheet-part">
    <h3>{title}</h3>
    <ul className="document-seals">
      {items.map(({ party, caption, at }) => (
        <li key={party}>
          <img src={pictureOf(party)} alt="" />
          <span>
            <strong>{caption}</strong>
            <br />
            <span className="soft">{at}</span>
          </span>
        </li>
      ))}
    </ul>
  </section>
)
