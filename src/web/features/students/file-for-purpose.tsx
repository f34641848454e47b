import type { Purpose } from '../../../domain/unmasking.ts'
import type { Language } from '../../../words/language.ts'
import { OneOf } from '../../ui/one-of.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useLanguage } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { useAskedPurpose } from './purpose-field.tsx'

type Choices = Readonly<Record<string, string>>
/** What the file is to be like; the first is the usual. */
type Choice<Value extends string> = {
  readonly label: string
  readonly of: readonly Value[]
  readonly names: Readonly<Record<Value, string>>
}
type Asked = { readonly purpose: Purpose; readonly reason: string; readonly language: Language }
type Given<Chosen extends Choices> = { readonly purpose: Purpose | null; readonly chosen: Chosen }
type Props<Chosen extends Choices> = {
  words: Readonly<Record<'label' | 'title' | 'text' | 'confirm' | 'done', string>>
  kind?: 'primary' | 'plain'
  reason?: 'optional' | 'needed'
  choices?: { readonly [Key in keyof Chosen]: Choice<Chosen[Key]> }
  /** As its reader keeps it. */
  name: string | ((chosen: Chosen) => string)
  get: (asked: Asked, chosen: Chosen) => Promise<Blob>
  /** Once it is there, where a page says who has taken it. */
  settled?: () => void
}

/** A file that has data of people whole: taken for a purpose that is asked for, in the form that is chosen. */
export function FileForPurpose<Chosen extends Choices = Readonly<Record<never, string>>>({
  words,
  kind = 'plain',
  reason: asksReason = 'optional',
  choices,
  name,
  get,
  settled = () => {},
}: Props<Chosen>) {
  const { language } = useLanguage()
  const { asked, asksFor } = useAskedPurpose()
  const offered: readonly (readonly [string, Choice<string>])[] = Object.entries(choices ?? {})
  const usual = Object.fromEntries(offered.map(([key, { of }]) => [key, of[0]]))
  return (
    <ActButton<Given<Chosen>>
      {...words}
      kind={kind}
      reason={asksReason}
      asksFor={asksFor}
      asked={{
        initial: { ...asked.initial, chosen: usual as Chosen },
        faults: asked.faults,
        show: (given, change, at) => (
          <>
            {offered.map(([key, { label, of, names }]) => (
              <OneOf
                key={key}
                label={label}
                options={of.map((value) => ({ value, label: names[value] ?? value }))}
                value={given.chosen[key] ?? null}
                onChange={(value) => change({ chosen: { ...given.chosen, [key]: value } })}
              />
            ))}
            {asked.show(given, change, at)}
          </>
        ),
      }}
      act={async (reason, { purpose, chosen }) => {
        if (purpose === null) return
        const file = await get({ purpose, reason, language }, chosen)
        saveFile(file, typeof name === 'string' ? name : name(chosen))
      }}
      settled={settled}
    />
  )
}
