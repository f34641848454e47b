import { useQueryClient } from '@tanstack/react-query'
import type { FormInstance } from 'antd'
import { replaceTermTemplate, saveTermTemplate } from '../../../contracts/term-templates.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { answerDaysOf } from '../../../domain/term-template.ts'
import { isSameText } from '../../../domain/text.ts'
import { call } from '../../call.ts'
import { LineField } from '../../ui/line-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { useCodeOptions } from '../terms/code-options.ts'
import { type TermsDraft, templateOf } from '../terms/terms-draft.ts'
import { useTermNames } from '../terms/terms-view.tsx'
import { templateWords } from './words.ts'

type Props = {
  form: FormInstance<TermsDraft>
  today: string
  kept: readonly { readonly id: string; readonly name: string }[]
}

/** Keeps what has been typed under a name; under one that is there it takes its place. */
export function SaveTemplate({ form, today, kept }: Props) {
  const w = useWords(templateWords)
  const ui = useWords(uiWords)
  const nameOf = useTermNames()
  const regions = useCodeOptions('region')
  const client = useQueryClient()
  const sameAs = (name: string) => kept.find((one) => isSameText(one.name, name))
  const fields: FormInstance = form
  const wrong = () =>
    fields
      .getFieldsError()
      .filter(({ name, errors }) => errors.length > 0 && fields.getFieldValue(name))
      .map(({ name }) => nameOf(name.join('.')))
  const save = (name: string) => {
    const typed = form.getFieldsValue(true) as TermsDraft
    const region = regions.find(({ value }) => value === typed.regionCode)?.name ?? ''
    const answerDays = typed.respondBy ? answerDaysOf(typed.respondBy, today) : null
    const body = { terms: templateOf(typed, region), answerDays }
    const same = sameAs(name)
    return same
      ? call(replaceTermTemplate, { params: { id: same.id }, body })
      : call(saveTermTemplate, { body: { ...body, name } })
  }
  return (
    <ActButton<{ name: string }>
      {...w.save}
      asked={{
        initial: { name: '' },
        names: { name: w.name, ...nameOf.all },
        faults: ({ name }) => {
          const faulty = wrong()
          return {
            name: !name.trim() ? ui.needed(w.name) : faulty.length > 0 ? w.faulty(faulty.join('、')) : null,
          }
        },
        show: ({ name }, change, at) => (
          <>
            <LineField
              at={at('name')}
              label={w.name}
              value={name}
              most={LONGEST.templateName}
              onChange={(text) => change({ name: text })}
            />
            {sameAs(name) && <p role="status">{w.replaces(sameAs(name)?.name ?? name)}</p>}
          </>
        ),
      }}
      act={(_reason, { name }) => save(name)}
      settled={() => client.invalidateQueries()}
    />
  )
}
