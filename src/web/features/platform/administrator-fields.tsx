import { LONGEST } from '../../../domain/longest.ts'
import type { FieldAt } from '../../ui/field-at.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import type { Faults } from '../cases/act-button.tsx'
import { platformWords } from './words.ts'

export type AdministratorDraft = { readonly login: string; readonly administrator: string }
export const NOBODY: AdministratorDraft = { login: '', administrator: '' }
export const administratorOf = ({ login, administrator }: AdministratorDraft) => ({
  login: login.trim(),
  name: administrator.trim(),
})

/** What is still to be given, by the names that the endpoint's fields have. */
export function useAdministratorFaults() {
  const w = useWords(platformWords)
  const ui = useWords(uiWords)
  return ({ login, administrator }: AdministratorDraft, within = ''): Faults => ({
    [`${within}login`]: login.trim() ? null : ui.needed(w.administratorLogin),
    [`${within}name`]: administrator.trim() ? null : ui.needed(w.administratorName),
  })
}

/** What an administrator signs in as, and is called. */
export function AdministratorFields({
  of,
  at,
  within = '',
  change,
}: {
  of: AdministratorDraft
  at: (field: string) => FieldAt
  /** What stands before the names of its fields on the wire. */
  within?: string
  change: (part: Partial<AdministratorDraft>) => void
}) {
  const w = useWords(platformWords)
  return (
    <>
      <LineField
        at={at(`${within}login`)}
        label={w.administratorLogin}
        value={of.login}
        most={LONGEST.login}
        onChange={(login) => change({ login })}
      />
      <LineField
        at={at(`${within}name`)}
        label={w.administratorName}
        value={of.administrator}
        most={LONGEST.personName}
        onChange={(administrator) => change({ administrator })}
      />
    </>
  )
}
