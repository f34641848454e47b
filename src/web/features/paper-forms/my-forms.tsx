import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listMyPaperForms } from '../../../contracts/paper-forms.ts'
import { ask } from '../../call.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useFormBrief } from './form-brief.tsx'
import { paperFormWords } from './words.ts'

/** Which numbers are the student's, and what to do when a form is lost; nothing where none was handed out. */
export function MyForms() {
  const w = useWords(paperFormWords).mine
  const school = useMySchool()
  const { brief, mine } = useFormBrief()
  const { data } = useSuspenseQuery(ask(listMyPaperForms, { params: { school }, query: { pageSize: 100 } }))
  if (data.total === 0) return null
  return (
    <section className="card">
      <h2>{w.title}</h2>
      <p className="soft">{w.hint}</p>
      <DataList
        label={w.title}
        page={data}
        empty={null}
        onPage={() => {}}
        to={({ id }) => caseAddress('student', { kind: 'paper-form', school, id })}
        brief={(row) => ({ ...brief(row), who: row.number, what: '' })}
        columns={mine}
      />
    </section>
  )
}
