import type { RosterImportView } from '../../../contracts/roster-imports.ts'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { majorWords } from './words.ts'

type Told = NonNullable<RosterImportView['about']>['majors']

/** Of a file's majors: which are not in the school's list and come into it with the rows, and which are stopped. */
export function ToldMajors({ of }: { of: Told }) {
  const w = useWords(majorWords).told
  const { number } = useFigures()
  return (['added', 'stopped'] as const).map(
    (standing) =>
      of[standing].length > 0 && (
        <Note
          key={standing}
          type="warning"
          title={w[standing](of[standing].length)}
          description={of[standing].map(({ code, name, rows }) => w.one(code, name, number(rows))).join('；')}
        />
      ),
  )
}
