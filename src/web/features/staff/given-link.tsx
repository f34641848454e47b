import type { z } from 'zod'
import type { entryLink } from '../../../contracts/staff.ts'
import { CopiedLine } from '../../ui/copied-line.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { staffWords } from './words.ts'

export type Link = z.infer<typeof entryLink>

/** A one-time link as long as this page is open: it is kept nowhere. Where nothing can be copied it is selected. */
export function GivenLink({ of: { link, until, name, login } }: { of: Link }) {
  const w = useWords(staffWords).link
  const { said: words } = useFigures()
  return (
    <Note
      type="info"
      title={w.given(name, login)}
      description={
        <>
          <p>{w.hint(words.instant(until))}</p>
          <CopiedLine label={w.label} value={link} words={w} />
        </>
      }
    />
  )
}

/** Gives a link to begin, or to set the password anew; the page shows it. */
export function GiveLink({
  begun,
  give,
  onGiven,
  settled,
}: {
  begun: boolean
  give: () => Promise<Link>
  onGiven: (link: Link) => void
  settled: () => void
}) {
  const w = useWords(staffWords).link
  return (
    <ActButton
      {...(begun ? w.reset : w.begin)}
      kind={begun ? 'plain' : 'primary'}
      act={async () => onGiven(await give())}
      settled={settled}
    />
  )
}
