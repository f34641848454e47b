import { useMutation } from '@tanstack/react-query'
import { beginSchoolSignIn } from '../../../contracts/school-sign-in.ts'
import type { SignInPortal, SignInWay } from '../../../domain/school-sign-in.ts'
import { call } from '../../call.ts'
import { keepHere } from '../../ui/on-this-device.ts'
import { PlainButton } from '../../ui/plain-button.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { schoolDoorWords } from './door-words.ts'

type Props = {
  school: {
    readonly code: string
    readonly name: string
    readonly nameEn: string
    readonly university: { readonly way: SignInWay | null }
  }
  portal: SignInPortal
  /** The page that was asked for. */
  from: string
}

/** Where somebody goes on once the university has let them in. */
export const AFTER_DOOR = 'after-school-door'

/** The school's own sign-in, before the password of this site. */
export function SchoolDoor({ school, portal, from }: Props) {
  const w = useWords(schoolDoorWords)
  const nameOf = useNameOf()
  const begin = useMutation({
    mutationFn: () => call(beginSchoolSignIn, { body: { school: school.code, portal } }),
    onSuccess: ({ url }) => {
      keepHere(AFTER_DOOR, from)
      window.location.assign(url)
    },
  })
  return (
    <>
      <ProblemNote error={begin.error} />
      <div className="school-door">
        <PlainButton primary busy={begin.isPending || begin.isSuccess} onClick={() => begin.mutate()}>
          {(school.university.way === 'wecom' ? w.enterByWeCom : w.enter)(nameOf(school))}
        </PlainButton>
      </div>
      <p className="soft">{w.or}</p>
    </>
  )
}
