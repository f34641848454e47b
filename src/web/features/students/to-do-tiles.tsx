import { Link } from '@tanstack/react-router'
import type { Output } from '../../../contracts/address.ts'
import type { studentHome } from '../../../contracts/students.ts'
import { useWords } from '../../words/language.tsx'
import { homeWords } from './home-words.ts'
import './home.css'
import { Tiles } from '../../ui/tiles.tsx'

type ToDo = Pick<
  Output<typeof studentHome>,
  'signingToDo' | 'dissolutionToDo' | 'agreementToDo' | 'paperToDo' | 'destinationToDo'
>

/** The manual's two tiles, and a third only while it is the student's turn elsewhere. */
export function ToDoTiles({ of }: { of: ToDo }) {
  const w = useWords(homeWords)
  const others = (
    [
      ['/student/invitations', w.agreementToDo, of.agreementToDo],
      ['/student/paper', w.paperToDo, of.paperToDo],
      ['/student/destinations', w.destinationToDo, of.destinationToDo],
    ] as const
  ).filter(([, , count]) => count > 0)
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
      {others.length > 0 && (
        <section className="tile" aria-label={w.otherToDo}>
          <strong>{others.reduce((sum, [, , count]) => sum + count, 0)}</strong>
          <span>{w.otherToDo}</span>
          {others.map(([to, text, count]) => (
            <small key={to}>
              <Link className="to-do" to={to}>
                {text(count)}
              </Link>
            </small>
          ))}
        </section>
      )}
    </Tiles>
  )
}
