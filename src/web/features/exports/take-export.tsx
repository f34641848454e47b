import { type TemplateView, takeExport } from '../../../contracts/exports.ts'
import { fetchFile } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { FileForPurpose } from '../students/file-for-purpose.tsx'
import { useTemplateName } from './templates-page.tsx'
import { exportWords } from './words.ts'

type Selected = Pick<
  Parameters<typeof fetchFile<typeof takeExport>>[1]['body'],
  'year' | 'measure' | 'filter' | 'ticked'
>

/** The file: in which form, with numbers masked or whole, and for what. */
export function TakeExport({
  of,
  total,
  selected,
}: {
  of: Pick<TemplateView, 'id' | 'version' | 'name' | 'nameEn'>
  total: number
  selected: Selected
}) {
  const w = useWords(exportWords)
  const called = useTemplateName()
  const school = useMySchool()
  return (
    <FileForPurpose
      words={{ ...w.take, title: w.take.title(total) }}
      kind="primary"
      choices={{
        format: { label: w.format, of: ['xlsx', 'csv'], names: w.formats },
        numbers: { label: w.numbers, of: ['masked', 'whole'], names: w.numbersOf },
      }}
      name={({ format }) => `${called(of)}.${format}`}
      get={(asked, { format, numbers }) =>
        fetchFile(takeExport, {
          params: { school, id: of.id },
          body: { ...selected, ...asked, seenVersion: of.version, whole: numbers === 'whole', format },
        })
      }
    />
  )
}
