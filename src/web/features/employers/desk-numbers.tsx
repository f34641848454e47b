import { Link } from '@tanstack/react-router'
import type { Output } from '../../../contracts/address.ts'
import { COUNTED_BY, type employerWorkbench } from '../../../contracts/employers.ts'
import { useWords } from '../../words/language.tsx'
import { employerWords } from './words.ts'

type Counts = Output<typeof employerWorkbench>['counts']
type Search = Readonly<Record<string, string>>
const LISTS: Readonly<Record<keyof Counts, string>> = {
  invitations: '/employer/invitations',
  agreements: '/employer/agreements',
  dissolutions: '/employer/dissolutions',
  applications: '/employer/applications',
  interviews: '/employer/interviews',
}

/** In one card under the name of the first. */
const CARDS = [['applications', 'interviews'], ['invitations'], ['agreements'], ['dissolutions']] as const

/** Every number of the desk, by kind; each opens the list of exactly what it counts. */
export function DeskNumbers({ of }: { of: Counts }) {
  const w = useWords(employerWords)
  const numbers = <Kind extends keyof Counts>(kind: Kind) => {
    const counted: Readonly<Record<string, number>> = of[kind]
    const list: string = LISTS[kind]
    const names: Readonly<Record<string, string>> = w.number[kind]
    return Object.entries<Search>(COUNTED_BY[kind]).map(([number, search]) => (
      <li key={number}>
        <Link to={list} search={kind === 'dissolutions' ? { tab: 'all', ...search } : search}>
          <span>{names[number]}</span>{' '}
          <strong className={counted[number] ? undefined : 'none'}>{counted[number]}</strong>
        </Link>
      </li>
    ))
  }
  return (
    <section aria-label={w.numbers}>
      <h2>{w.numbers}</h2>
      <div className="numbers">
        {CARDS.map((kinds) => (
          <section key={kinds[0]} className="card">
            <h3>{w.kind[kinds[0]]}</h3>
            <ul>{kinds.map(numbers)}</ul>
          </section>
        ))}
      </div>
    </section>
  )
}
