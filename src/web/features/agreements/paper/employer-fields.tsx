import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useEffect } from 'react'
import { findEmployerByCreditCode } from '../../../../contracts/employers.ts'
import { creditCodeProblem, normalCreditCode } from '../../../../domain/identifiers.ts'
import { LONGEST } from '../../../../domain/longest.ts'
import { ask } from '../../../call.ts'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { fieldFault } from '../../cases/field-fault.ts'
import { caseWords } from '../../cases/words.ts'
import { termsWords } from '../../terms/words.ts'
import { useCreditCodeRule } from './credit-code-rule.ts'
import { paperWords } from './words.ts'

const CODE = ['beside', 'creditCode']
const NAME = ['beside', 'name']

/** The employer as its seal says it: a registered one is filled in by its code, another is typed. */
export function EmployerFields({ school, error }: { school: string; error: unknown }) {
  const w = useWords(paperWords)
  const t = useWords(termsWords)
  const ui = useWords(uiWords)
  const cases = useWords(caseWords)
  const form = Form.useFormInstance()
  const wellFormed = useCreditCodeRule()
  const creditCode = normalCreditCode(Form.useWatch(CODE, form) ?? '')
  const found = useQuery({
    ...ask(findEmployerByCreditCode, { params: { school, creditCode } }),
    enabled: creditCodeProblem(creditCode) === null,
  })
  const known = found.data?.name ?? null
  useEffect(() => {
    if (known) form.setFieldValue(NAME, known)
  }, [known, form])
  const saysWho = () => {
    if (found.isFetching) return w.looking
    if (found.error) return w.notLooked
    if (!found.data) return w.codeHint
    return known ? w.registered(known) : w.notRegistered
  }
  return (
    <>
      <Form.Item
        name={CODE}
        label={t.creditCode}
        validateTrigger="onBlur"
        rules={[{ required: true, message: ui.needed(t.creditCode) }, wellFormed]}
        extra={<span role="status">{saysWho()}</span>}
        {...fieldFault(error, 'employer.creditCode')}
      >
        <Input
          maxLength={LONGEST.number}
          autoCapitalize="characters"
          spellCheck={false}
          onChange={() => known && form.setFieldValue(NAME, '')}
        />
      </Form.Item>
      <Form.Item
        name={NAME}
        label={cases.employer}
        hidden={known !== null}
        rules={[{ required: true, whitespace: true, message: ui.needed(cases.employer) }]}
        {...fieldFault(error, 'employer.name')}
      >
        <Input maxLength={LONGEST.organisation} />
      </Form.Item>
    </>
  )
}
