import { useQueryClient } from '@tanstack/react-query'
import { fillInStudent, type StudentFile } from '../../../contracts/students.ts'
import { call } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useAnswerText } from '../destinations/answer-text.ts'
import { FillIn } from '../own-fields/fill-in.tsx'
import { ownFieldWords } from '../own-fields/words.ts'

/** What the school has said of a student in fields of its own, and where staff say it; nothing where it has none. */
export function OwnValues({ school, of }: { school: string; of: StudentFile }) {
  const w = useWords(ownFieldWords)
  const nameOf = useNameOf()
  const text = useAnswerText()
  const client = useQueryClient()
  if (of.own.length === 0) return null
  const called = of.own.map((field) => ({ ...field, nameEn: field.nameEn || field.name }))
  const inUse = called.filter(({ isEnded }) => !isEnded)
  return (
    <section className="card">
      <h2>{w.filled.title}</h2>
      <Facts
        of={called.map((field) => [
          field.isEnded ? `${nameOf(field)} (${w.ended})` : nameOf(field),
          field.shown ? text(nameOf(field.shown)) : w.filled.none,
        ])}
      />
      {inUse.length > 0 && (
        <FillIn
          words={w.filled.act}
          fields={inUse}
          at="own"
          hasReason
          act={(own, reason) =>
            call(fillInStudent, {
              params: { school, id: of.id },
              body: { seenVersion: of.version, own, reason },
            })
          }
          settled={() => client.invalidateQueries()}
        />
      )}
    </section>
  )
}
