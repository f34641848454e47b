import type { CorrectionView } from '../../../contracts/corrections.ts'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { correctionWords } from './words.ts'
import '../cases/changes.css'

/** What the roster said and is to say, side by side; `whole` are the numbers that somebody has asked to see. */
export function ChangesTable({
  of,
  whole,
}: {
  of: CorrectionView['changes']
  whole?: ReadonlyMap<string, { readonly from: string; readonly to: string }>
}) {
  const w = useWords(correctionWords)
  const ui = useWords(uiWords)
  const nameOf = useNameOf()
  return (
    <table className="changes">
      <thead>
        <tr>
          <th scope="col">{w.field}</th>
          <th scope="col">{w.from}</th>
          <th scope="col">{w.to}</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ key, from, to, now, ...field }) => {
          const seen = whole?.get(key) ?? { from: nameOf(from), to: nameOf(to) }
          return (
            <tr key={key}>
              <th scope="row">{nameOf(field)}</th>
              <td>{seen.from ? <del>{seen.from}</del> : ui.none}</td>
              <td>
                {seen.to ? <ins>{seen.to}</ins> : ui.none}
                {now && <small className="old">{w.now(nameOf(now) || ui.none)}</small>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
