import type { AdmissionView } from '../../../contracts/admissions.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { admissionWords } from './words.ts'

/** Why and until when the school bars the employer, and what was said of it since. */
export function Barring({ of }: { of: AdmissionView }) {
  const w = useWords(admissionWords).barring
  const figures = useFigures()
  if (!of.barring) return null
  const { until, appeal, answer } = of.barring
  return (
    <section className="card">
      <h2>{w.title}</h2>
      <Facts
        of={[
          [w.ground, of.reason],
          [w.until, figures.day(until)],
          [w.appeal, appeal ?? w.noAppeal],
          ...(appeal ? [[w.answer, answer ?? w.noAnswer] as const] : []),
        ]}
      />
    </section>
  )
}

/** What stands elsewhere and has something of this employer: with its source, as facts (L12). */
export function BarredFacts({ of }: { of: NonNullable<AdmissionView['barred']> }) {
  const w = useWords(admissionWords).barring
  const figures = useFigures()
  const nameOf = useNameOf()
  if (of.length === 0) return null
  return (
    <section className="card">
      <h2>{w.facts}</h2>
      <p className="soft">{w.factsNote}</p>
      <ol className="timeline">
        {of.map(({ school, employer, same, ground, at, until }) => (
          <li key={`${school.code}${employer}${at}`}>
            {w.record(nameOf(school), employer)} <small>{same.map((by) => w.same[by]).join(' · ')}</small>
            <br />
            <small>
              {figures.instant(at)} – {figures.day(until)}
            </small>
            <div>{ground}</div>
          </li>
        ))}
      </ol>
    </section>
  )
}
