import { Link } from '@tanstack/react-router'
import { caseAddress } from '../../../contracts/case-address.ts'
import { PAUSED, type PostStanding } from '../../../domain/post/life.ts'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { postWords } from './words.ts'

type Props = {
  of: {
    readonly status: PostStanding
    readonly verifiedUntil: string
    readonly school: { readonly code: string }
  }
  employerId: string
}

/** Why nobody reads a published post just now, and where that is put right. */
export function PausedNote({ of, employerId }: Props) {
  const w = useWords(postWords).pausedNote
  const figures = useFigures()
  const { portal } = useMe()
  if (of.status !== PAUSED) return null
  const side = portal === 'school' ? 'school' : 'employer'
  return (
    <Note
      type="warning"
      title={w.why(figures.day(of.verifiedUntil))}
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
