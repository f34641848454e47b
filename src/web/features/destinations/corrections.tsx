import type { DestinationView } from '../../../contracts/destinations.ts'
import { showInstant } from '../../ui/moment.ts'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'

/** What each correction has changed, before and after; nothing where there was none. */
export function Corrections({ of }: { of: DestinationView['history'] }) {
  const words = useWords()
  const { language } = useLanguage()
  const nameOf = useNameOf()
  if (of.length === 0) return null
  return (
    <section className="card">
      <h2>{words.destination.history}</h2>
      {of.map(({ at, changes }) => (
        <div key={at}>
          <small>{showInstant(at, language)}</small>
          <table className="changes">
            <tbody>
              {changes.map(({ before, after, ...field }) => (
                <tr key={`${field.name}/${before.name}/${after.name}`}>
                  <th scope="row">{nameOf(field)}</th>
                  <td>
                    <del>{nameOf(before) || words.none}</del> → <ins>{nameOf(after) || words.none}</ins>
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
