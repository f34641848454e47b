import { useMutation } from '@tanstack/react-query'
import type { Me } from '../../../contracts/accounts.ts'
import { beginEntryByPasskey, enterByPasskey } from '../../../contracts/passkeys.ts'
import { call } from '../../call.ts'
import { PlainButton } from '../../ui/plain-button.tsx'
import { useWords } from '../../words/language.tsx'
import { passkeyDoorWords } from './passkey-door-words.ts'
import { PasskeyProblem } from './passkey-problem.tsx'
import { byDevice, knowsPasskeys } from './passkeys-here.ts'

/** Without log-in and password, where the browser can: the passkey says whose it is. */
export function PasskeyDoor({ onEntered }: { onEntered: (me: Me) => Promise<void> }) {
  const w = useWords(passkeyDoorWords)
  const enter = useMutation({
    mutationFn: async () => {
      const answer = await byDevice('show', () => call(beginEntryByPasskey))
      return call(enterByPasskey, { body: { answer } })
    },
    onSuccess: onEntered,
  })
  if (!knowsPasskeys()) return null
  return (
    <div className="passkey-door">
      <PasskeyProblem error={enter.error} />
      <PlainButton busy={enter.isPending} onClick={() => enter.mutate()}>
        {w.enter}
      </PlainButton>
    </div>
  )
}
