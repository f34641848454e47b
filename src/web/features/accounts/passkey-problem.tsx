import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { passkeyDoorWords } from './passkey-door-words.ts'
import { PasskeyUndone } from './passkeys-here.ts'

type Props = { error: unknown; names?: Readonly<Record<string, string>> }

/** What went wrong with a passkey: on the device, or beyond it. */
export function PasskeyProblem({ error, names }: Props) {
  const w = useWords(passkeyDoorWords)
  if (error instanceof PasskeyUndone) return <Note type="warning" title={w.undone[error.undone]} />
  return <ProblemNote error={error} names={names} />
}
