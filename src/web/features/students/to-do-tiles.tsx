import { Link } from '@tanstack/react-router'
import type { Output } from '../../../contracts/address.ts'
import type { studentHome } from '../../../contracts/students.ts'
import { Tiles } from '../../ui/tiles.tsx'
import { useWords } from '../../words/language.tsx'
import { homeWords } from './home-words.ts'

type Counts = Pick<Output<typeof studentHome>, 'signingToDo' | 'dissolutionToDo'>

/** The manual's two numbers, each opening what it counts. */
export function ToDoTiles({ of }: { of: Counts }) {
  const w = useWords(homeWords)
  return (
    <Tiles>
      <Link className="tile" to="/student/invitations">
        <strong>{of.signingToDo}</strong>
        <span>{w.toSign}</span>
        <small>{w.toSignHint}</small>
      </Link>
      <Link className="tile" to="/student/dissolutions">
        <strong>{of.dissolutionToDo}</strong>
        <span>{w.toDissolve}</span>
        <small>{w.toDissolveHint}</small>
      </Link>
    </Tiles>
  )
}
