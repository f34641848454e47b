import { LONGEST } from '../../../domain/longest.ts'
import { LineField } from '../../ui/line-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { platformWords } from './words.ts'

export type AdministratorDraft = { readonly login: string; readonly administrator: string }
export const NOBODY: AdministratorDraft = { login: '', administrator: '' }
export const administratorOf = ({ login, administrator }: AdministratorDraft) => ({
  login: login.trim(),
  name: administrator.trim(),
})

/** What is still to be given; null where it is whole. */
export function useMissingAdministrator() {
  const w = useWords(platformWords)
  const ui = useWords(uiWords)
  return ({ login, administrator }: AdministratorDraft): string | null => {
    if (!login.trim()) return ui.needed(w.administratorLogin)
    return administrator.trim() ? null : ui.needed(w.administratorName)
  }
}

/** What an administrator signs in as, and is called. */
export function AdministratorFields({
  of,
  change,
}: {
  of: AdministratorDraft
  change: (part: Partial<AdministratorDraft>) => void
}) {
  const w = useWords(platformWords)
  return (
    <>
      <LineField
        label={w.administratorLogin}
        value={of.login}
        most={LONGEST.login}
        onChange={(login) => change({ login })}
      />
      <LineField
        label={w.administratorName}
        value={of.administrator}
        most={LONGEST.personName}
        onChange={(administrator) => change({ administrator })}
      />
    </>
  )
}
