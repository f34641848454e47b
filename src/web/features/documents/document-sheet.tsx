import type { ReactNode } from 'react'
import type { WordedActs, WordedDocument } from '../../../words/worded.ts'
import { Facts } from '../../ui/facts.tsx'
import { Sheet } from '../terms/sheet.tsx'
import './document-sheet.css'

type Props = {
  of: WordedDocument
  /** Of this document alone, between its parts and its acts. */
  children?: ReactNode
  /** Below all else. */
  end?: ReactNode
}

/** A document as it is read on the page and printed by a browser; what does not hold says so on every sheet. */
export function DocumentSheet({ of, children, end }: Props) {
  const { title, number, mark, standing, parts, acts, foot } = of
  return (
    <>
      {mark && <div className="watermark" aria-hidden="true" data-mark={mark} />}
      <Sheet header={number.join(' ')}>
        <div className="stamp">{standing.stamp}</div>
        <h2 className="sheet-title">{title}</h2>
        <p className="sheet-number">
          {number[0]} <span className="mono">{number[1]}</span>
        </p>
        <p>{standing.sentence}</p>
        {parts.map(({ title, facts }) => (
          <section key={title} className="sheet-part">
            <h3>{title}</h3>
            <Facts of={facts} />
          </section>
        ))}
        {children}
        <Acts of={acts} />
        <div className="sheet-foot">
          {foot.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {end}
      </Sheet>
    </>
  )
}

function Acts({ of: { title, heads, rows } }: { of: WordedActs }) {
  return (
    <section className="sheet-part">
      <h3>{title}</h3>
      <table className="sheet-acts">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join(' ')}>
              {row.map((cell, index) => (
                <td key={heads[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
