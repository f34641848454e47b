import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listMyObjections } from '../../../contracts/objections.ts'
import { ask } from '../../call.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useObjectionBrief } from './objection-brief.tsx'
import { objectionWords } from './words.ts'

/** What the student has objected to, and what the school has answered. */
export function MyObjections({ label }: { label: string }) {
  const w = useWords(objectionWords)
  const school = useMySchool()
  const { brief, columns } = useObjectionBrief('student')
  const { shown, turn } = useListAddress()
  const query = shown.page === undefined ? {} : { page: shown.page }
  const { data } = useSuspenseQuery(ask(listMyObjections, { params: { school }, query }))
  return (
    <DataList
      label={label}
      page={data}
      empty={w.none}
      onPage={turn}
      to={({ id }) => caseAddress('student', { kind: 'objection', school, id })}
      brief={brief}
      columns={columns}
    />
  )
}
