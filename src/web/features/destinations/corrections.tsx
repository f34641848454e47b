import type { DestinationView } from '../../../contracts/destinations.ts'
import { showInstant } from '../../ui/moment.ts'
import { uiWords } from '../../ui/words.ts'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { destinationWords } from './words.ts'
import '../cases/changes.css'

/** What each correction has changed, before and after; nothing where there was none. */
export function Corrections({ of }: { of: DestinationView['history'] }) {
  const w = useWords(destinationWords)
  const ui = useWords(uiWords)
  const { language } = useLanguage()
  const nameOf = useNameOf()
  if (of.length === 0) return null
  return (
    <section className="card">
      <h2>{w.history}</h2>
      {of.map(({ at, changes }) => (
        <div key={at}>
          <small>{showInstant(at, language)}</small>
          <table className="changes">
            <tbody>
              {changes.map(({ before, after, ...field }) => (
                <tr key={`${field.name}/${before.name}/${after.name}`}>
                  <th scope="row">{nameOf(field)}</th>
                  <td>
                    <del>{nameOf(before) || ui.none}</del> → <ins>{nameOf(after) || ui.none}</ins>
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
