import { useQueryClient } from '@tanstack/react-query'
import { type DestinationView, fillInDestination } from '../../../contracts/destinations.ts'
import { call } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { FillIn } from '../own-fields/fill-in.tsx'
import { ownFieldWords } from '../own-fields/words.ts'

/** Where staff fill in what the school asks them of a destination; nothing where it asks nothing. */
export function StaffsFields({ of }: { of: DestinationView }) {
  const w = useWords(ownFieldWords)
  const client = useQueryClient()
  const answered = (key: string) => of.answers.find((answer) => answer.key === key)?.value ?? ''
  const fields = of.fills.flatMap(({ own, ...field }) =>
    own ? [{ ...field, takes: own.takes, value: answered(field.key) }] : [],
  )
  if (fields.length === 0) return null
  return (
    <FillIn
      words={w.filled.act}
      fields={fields}
      at="details"
      act={(details) =>
        call(fillInDestination, {
          params: { school: of.school.code, id: of.id },
          body: { seenVersion: of.version, details },
        })
      }
      settled={() => client.invalidateQueries()}
    />
  )
}
