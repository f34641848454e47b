import { changedFields, type EmployerFacts } from '../../../domain/employer-facts.ts'
import { Facts } from '../../ui/facts.tsx'
import { useWords } from '../../words/language.tsx'
import { useFactText } from './employer-facts.tsx'
import { registrationWords } from './words.ts'

type Props = { inEffect: EmployerFacts; declared: EmployerFacts; title: string; note: string }

/** What the employer has changed and no school has certified yet: before and after, field by field. */
export function DeclaredChanges({ inEffect, declared, title, note }: Props) {
  const w = useWords(registrationWords)
  const textOf = useFactText()
  return (
    <section className="card">
      <h2>{title}</h2>
      <p>{note}</p>
      <Facts
        of={changedFields(inEffect, declared).map(
          (field) =>
            [
              w.name[field],
              <>
                <del>{textOf(inEffect, field) || '—'}</del>
                <br />
                <strong>{textOf(declared, field) || '—'}</strong>
              </>,
            ] as const,
        )}
      />
    </section>
  )
}
