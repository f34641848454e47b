import { Link } from '@tanstack/react-router'
import * as contract from '../../../contracts/exports.ts'
import { call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { SheetFault } from '../sheets/sheet-rows.tsx'
import { exportWords } from './words.ts'

type Difference = contract.Difference
type Props = {
  id: string
  of: contract.ReadBackView
  file: string
  /** The students who are as the file says now. */
  done: (corrected: readonly string[]) => Promise<unknown>
}

/** Without a fault, and with something that the roster has. */
const canBeCorrected = ({ changes, faults }: Difference) => changes.length > 0 && faults.length === 0

/** Who differs, and how: corrected one by one, or all who are shown; what a case has is led to. */
export function Differences({ id, of, file, done }: Props) {
  const w = useWords(exportWords).returned
  const { number } = useFigures()
  const school = useMySchool()
  const correct = async (rows: readonly Difference[]) => {
    const corrections = rows.map(({ student, seenVersion, changes }) => ({
      studentId: student.id,
      seenVersion,
      values: Object.fromEntries(changes.map(({ key, value }) => [key, value])),
    }))
    const body = { returnedFile: file, corrections }
    await call(contract.correctByFile, { params: { school, id }, body })
    await done(rows.map(({ student }) => student.id))
  }
  const ready = of.items.filter(canBeCorrected)
  const { title, ...all } = w.correctAll
  return (
    <>
      {of.differingRows > of.items.length && (
        <p className="soft">{w.more(number(of.items.length), number(of.differingRows))}</p>
      )}
      {ready.length > 1 && (
        <ActButton {...all} title={title(ready.length)} act={() => correct(ready)} settled={() => {}} />
      )}
      <ul className="export-columns">
        {of.items.map((one) => (
          <li key={one.row}>
            <div className="export-column">
              <span>
                <strong>
                  <Link to="/school/students/$school/$id" params={{ school, id: one.student.id }}>
                    {one.student.name}
                  </Link>
                </strong>{' '}
                <span className="soft">{w.row(one.row, one.student.studentNumber)}</span>
              </span>
              {canBeCorrected(one) && (
                <ActButton {...w.correct} of={one.student.name} act={() => correct([one])} settled={() => {}}>
                  <Sides of={one} />
                </ActButton>
              )}
            </div>
            <Sides of={one} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the file says instead of what is here. */
function Sides({ of: { changes, elsewhere, faults } }: { of: Difference }) {
  const w = useWords(exportWords).returned
  return (
    <ul className="export-sides">
      {changes.map(({ key, name, from, to }) => (
        <li key={key}>{w.change(name, from || w.nothing, to)}</li>
      ))}
      {elsewhere.map(({ heading, from, to }) => (
        <li key={heading} className="soft">
          {w.change(heading, from || w.nothing, to)} · {w.elsewhere}
        </li>
      ))}
      {faults.map((fault) => (
        <SheetFault key={fault.name} of={fault} />
      ))}
    </ul>
  )
}
