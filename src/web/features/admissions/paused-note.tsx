import { Link } from '@tanstack/react-router'
import { caseAddress } from '../../../contracts/case-address.ts'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useMe } from '../accounts/me.ts'

type Side = 'employer' | 'school'
type Props = {
  of: { readonly verifiedUntil: string | null; readonly school: { readonly code: string } }
  employerId: string
  words: {
    readonly why: (day: string) => string
    readonly what: Readonly<Record<Side, string>>
    readonly open: Readonly<Record<Side, string>>
  }
}

/** Why nobody reads just now what an employer has published, and where that is put right (L7). */
export function PausedNote({ of, employerId, words: w }: Props) {
  const figures = useFigures()
  const { portal } = useMe()
  const side = portal === 'school' ? 'school' : 'employer'
  return (
    <Note
      type="warning"
      title={w.why(of.verifiedUntil === null ? '' : figures.day(of.verifiedUntil))}
      description={
        <>
          {w.what[side]}{' '}
          <Link to={caseAddress(side, { kind: 'admission', school: of.school.code, id: employerId })}>
            {w.open[side]}
          </Link>
        </>
      }
    />
  )
}
