import type { FormRow } from '../../../contracts/paper-forms.ts'
import type { FormStatus } from '../../../domain/paper-form/life.ts'
import { FORM_REGISTER } from '../../../words/paper-form-register.ts'
import type { Column } from '../../ui/data-list.tsx'
import { useFigures } from '../../ui/figures.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { paperFormWords } from './words.ts'

const STANDINGS: Record<FormStatus, Standing> = {
  issued: 'theirs',
  returned: 'done',
  spoiled: 'over',
  lost: 'wrong',
}

/** A form's state, and how it stands in a list. */
export function useFormBrief() {
  const w = useWords(paperFormWords)
  const figures = useFigures()
  const register = FORM_REGISTER[useLanguage().language]
  const stateOf = ({ status }: Pick<FormRow, 'status'>) => (
    <StateMark standing={STANDINGS[status]}>{register.status[status]}</StateMark>
  )
  const number: Column<FormRow> = {
    title: w.number,
    show: (row) => <span className="mono">{row.number}</span>,
  }
  const others: Column<FormRow>[] = [
    { title: w.cause, show: ({ cause }) => register.cause[cause] },
    { title: w.issuedAt, show: ({ issuedAt }) => <span className="whole">{figures.dayOf(issuedAt)}</span> },
    { title: w.state, show: stateOf },
  ]
  return {
    stateOf,
    register,
    /** To its student. */
    mine: [number, ...others],
    columns: [
      number,
      { title: w.student, show: ({ student }: FormRow) => `${student.name} ${student.studentNumber}` },
      { title: w.college, show: ({ student }: FormRow) => student.college },
      ...others,
    ],
    brief: (row: FormRow) => ({
      who: row.student.name,
      what: row.number,
      state: stateOf(row),
      due: figures.dayOf(row.issuedAt),
    }),
  }
}
