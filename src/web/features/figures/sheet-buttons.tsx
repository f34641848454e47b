import { SHEET_FORMS } from '../../../contracts/figures.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { SaveButton } from './save-button.tsx'
import { figureWords } from './words.ts'

type Asked = {
  readonly format: (typeof SHEET_FORMS)[number]
  readonly language: ReturnType<typeof useLanguage>['language']
}
type Props = { name: string; get: (asked: Asked) => Promise<Parameters<typeof saveFile>[0]> }

/** A table as a file, in either form. */
export function SheetButtons({ name, get }: Props) {
  const w = useWords(figureWords)
  const { language } = useLanguage()
  return (
    <div className="page-act figure-saves">
      {SHEET_FORMS.map((format) => (
        <SaveButton
          key={format}
          label={w.save[format]}
          done={w.saved}
          save={async () => saveFile(await get({ format, language }), `${name}.${format}`)}
        />
      ))}
    </div>
  )
}
