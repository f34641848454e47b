import type { Purpose } from '../../../domain/unmasking.ts'
import type { Language } from '../../../words/language.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useLanguage } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { useAskedPurpose } from './purpose-field.tsx'

type Asked = { readonly purpose: Purpose; readonly reason: string; readonly language: Language }
type Props = {
  words: Readonly<Record<'label' | 'title' | 'text' | 'confirm' | 'done', string>>
  /** As its reader keeps it. */
  name: string
  get: (asked: Asked) => Promise<Blob>
  /** Once it is there, where a page says who has taken it. */
  settled?: () => void
}

/** A file that has data of people whole: taken for a purpose that is asked for. */
export function FileForPurpose({ words, name, get, settled = () => {} }: Props) {
  const { language } = useLanguage()
  const { asked, asksFor } = useAskedPurpose()
  return (
    <ActButton
      {...words}
      reason="optional"
      asksFor={asksFor}
      asked={asked}
      act={async (reason, { purpose }) => {
        if (purpose) saveFile(await get({ purpose, reason, language }), name)
      }}
      settled={settled}
    />
  )
}
