import type { DestinationView } from '../../../contracts/destinations.ts'
import { useFigures } from '../../ui/figures.ts'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useAnswerText } from './answer-text.ts'
import { destinationWords } from './words.ts'
import '../cases/changes.css'

/** What each correction has changed, before and after; nothing where there was none. */
export function Corrections({ of }: { of: DestinationView['history'] }) {
  const w = useWords(destinationWords)
  const ui = useWords(uiWords)
  const figures = useFigures()
  const shown = useAnswerText()
  const nameOf = useNameOf()
  if (of.length === 0) return null
  return (
    <section className="card">
      <h2>{w.history}</h2>
      {of.map(({ at, changes }) => (
        <div key={at}>
          <small>{figures.instant(at)}</small>
          <table className="changes">
            <tbody>
              {changes.map(({ before, after, ...field }) => (
                <tr key={`${field.name}/${before.name}/${after.name}`}>
                  <th scope="row">{nameOf(field)}</th>
                  <td>
                    <del>{shown(nameOf(before)) || ui.none}</del> →{' '}
                    <ins>{shown(nameOf(after)) || ui.none}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  )
}
