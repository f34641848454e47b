import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listSchools } from '../../../contracts/schools.ts'
import { ask } from '../../call.ts'
import { useAddressText } from '../../ui/address-text.ts'
import { keptHere } from '../../ui/on-this-device.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { signInWords } from './sign-in-words.ts'

/** At which school somebody last signed in with this browser. */
export const LAST_SCHOOL = 'school'

/** Which school's door it is: never somebody else's, but the one of the address, the one last used here, or the only one. */
export function useSchoolChoice() {
  const { school } = useAddressText()
  const { data } = useSuspenseQuery(ask(listSchools))
  const of = (code: string | null | undefined) => data.items.find((one) => one.code === code)
  const only = data.items.length === 1 ? data.items[0]?.code : null
  const [code, choose] = useState([school, keptHere(LAST_SCHOOL), only].find((one) => of(one)) ?? '')
  return { schools: data.items, code, chosen: of(code), choose }
}

type Props = Pick<ReturnType<typeof useSchoolChoice>, 'schools' | 'code' | 'choose'>

export function SchoolChoice({ schools, code, choose }: Props) {
  const w = useWords(signInWords)
  const nameOf = useNameOf()
  return (
    <label>
      {w.school}
      <select
        name="school"
        className="choice"
        required
        value={code}
        onChange={({ target }) => choose(target.value)}
      >
        {!code && <option value="">{w.chooseSchool}</option>}
        {schools.map((one) => (
          <option key={one.code} value={one.code}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  )
}
