import { type TemplateView, takeExport } from '../../../contracts/exports.ts'
import type { Purpose } from '../../../domain/unmasking.ts'
import { fetchFile } from '../../call.ts'
import { OneOf } from '../../ui/one-of.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { useAskedPurpose } from '../students/purpose-field.tsx'
import { useTemplateName } from './templates-page.tsx'
import { exportWords } from './words.ts'

type Asked = {
  readonly purpose: Purpose | null
  readonly numbers: 'masked' | 'whole'
  readonly format: 'xlsx' | 'csv'
}
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
  const { language } = useLanguage()
  const { asked, asksFor } = useAskedPurpose()
  const { title, ...words } = w.take
  return (
    <ActButton<Asked>
      {...words}
      title={title(total)}
      kind="primary"
      reason="optional"
      asksFor={asksFor}
      asked={{
        initial: { ...asked.initial, numbers: 'masked', format: 'xlsx' },
        faults: asked.faults,
        show: (given, change, at) => (
          <>
            <OneOf
              label={w.format}
              options={(['xlsx', 'csv'] as const).map((value) => ({ value, label: w.formats[value] }))}
              value={given.format}
              onChange={(format) => change({ format })}
            />
            <OneOf
              label={w.numbers}
              options={(['masked', 'whole'] as const).map((value) => ({ value, label: w.numbersOf[value] }))}
              value={given.numbers}
              onChange={(numbers) => change({ numbers })}
            />
            {asked.show(given, change, at)}
          </>
        ),
      }}
      act={async (reason, { purpose, numbers, format }) => {
        if (!purpose) return
        const whole = numbers === 'whole'
        const body = { ...selected, seenVersion: of.version, purpose, reason, whole, format, language }
        saveFile(
          await fetchFile(takeExport, { params: { school, id: of.id }, body }),
          `${called(of)}.${format}`,
        )
      }}
      settled={() => {}}
    />
  )
}
