import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import * as contract from '../../../contracts/schools.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { LineField } from '../../ui/line-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { collegeWords } from './college-words.ts'
import './colleges.css'

type Draft = { readonly id: string; readonly name: string }
const MOST_OF_CODE = 20

/** The school's colleges: their codes stay, their names change. */
export function CollegesPage() {
  const w = useWords(collegeWords)
  const ui = useWords(uiWords)
  const school = useMySchool()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(contract.listColleges, { params: { school } }))
  const settled = () => client.invalidateQueries()
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        <div className="page-act">
          <ActButton<Draft>
            {...w.add}
            kind="primary"
            asked={{
              initial: { id: '', name: '' },
              names: { id: w.code, name: w.name },
              missing: ({ id, name }) => {
                if (!id.trim()) return ui.needed(w.code)
                return name.trim() ? null : ui.needed(w.name)
              },
              show: ({ id, name }, put) => (
                <>
                  <LineField
                    label={w.code}
                    value={id}
                    most={MOST_OF_CODE}
                    onChange={(text) => put({ id: text })}
                  />
                  <LineField
                    label={w.name}
                    value={name}
                    most={LONGEST.organisation}
                    onChange={(text) => put({ name: text })}
                  />
                </>
              ),
            }}
            act={(_reason, body) => call(contract.addCollege, { params: { school }, body })}
            settled={settled}
          />
        </div>
      </div>
      <section className="card">
        {data.items.length === 0 ? (
          <div className="empty">{w.empty}</div>
        ) : (
          <ul className="colleges">
            {data.items.map(({ id, name }) => (
              <li key={id}>
                <span>
                  <strong>{name}</strong> <span className="soft">{id}</span>
                </span>
                <ActButton<Pick<Draft, 'name'>>
                  {...w.rename}
                  asked={{
                    initial: { name },
                    names: { name: w.name },
                    missing: (draft) => (draft.name.trim() ? null : ui.needed(w.name)),
                    show: (draft, put) => (
                      <LineField
                        label={w.name}
                        value={draft.name}
                        most={LONGEST.organisation}
                        onChange={(text) => put({ name: text })}
                      />
                    ),
                  }}
                  act={(_reason, draft) =>
                    call(contract.renameCollege, {
                      params: { school, college: id },
                      body: { name: draft.name, seenName: name },
                    })
                  }
                  settled={settled}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
