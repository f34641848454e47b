import { Form } from 'antd'
import { useEffect, useState } from 'react'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { EvidenceField } from './evidence-field.tsx'
import type { FileHome } from './file-home.ts'
import { evidenceWords } from './words.ts'

type Props = {
  name: readonly string[]
  home: FileHome
  title?: string
  hint?: string | undefined
  isOptional?: boolean
  /** What is chosen anew takes the place of the one before. */
  isOne?: boolean
  error: unknown
}

/** 证明材料 as a field of a form, which is not sent without a file where one is needed, nor while one is on its way. */
export function EvidenceItem({ name, home, title, hint, isOptional = false, isOne = false, error }: Props) {
  const w = useWords(evidenceWords)
  const form = Form.useFormInstance()
  const path = name.join('.')
  const files = Form.useWatch<readonly EvidenceFile[] | undefined>([...name], form) ?? []
  const [unfinished, setUnfinished] = useState(false)
  const needed = files.length === 0 && !isOptional ? w.needed : null
  const missing = unfinished ? w.unfinished : needed
  const arrived = {
    validator: async () => {
      if (missing) throw new Error(missing)
    },
  }
  // Looked at on sending only; what was then said is said no longer than it is so.
  useEffect(() => {
    const field = path.split('.')
    const [said] = form.getFieldError(field)
    if (said && said !== missing) form.validateFields([field]).catch(() => {})
  }, [form, path, missing])
  return (
    <Form.Item
      name={[...name]}
      validateTrigger={[]}
      rules={[arrived]}
      getValueFromEvent={(chosen: readonly EvidenceFile[]) => (isOne ? chosen.slice(-1) : chosen)}
      {...fieldFault(error, 'evidence', path)}
    >
      <EvidenceField home={home} isOne={isOne} title={title} hint={hint} onUnfinished={setUnfinished} />
    </Form.Item>
  )
}
