import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import type { Output } from '../../../contracts/address.ts'
import { findStudentToInvite } from '../../../contracts/students.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { IN_CAPITALS } from '../../ui/keyboards.ts'
import { useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { caseWords } from '../cases/words.ts'
import { inviteWords } from './invite-words.ts'

export type Found = Output<typeof findStudentToInvite>
type Typed = { name?: string; studentNumber?: string; shortCode?: string }
type Props = {
  school: string
  schools: readonly { code: string; name: string }[]
  found: Found | null
  onSchool: (code: string) => void
  onFound: (student: Found | null) => void
}

/** One student, by name and number together or by short code. While another is sought, nobody is found. */
export function FindStudent({ school, schools, found, onSchool, onFound }: Props) {
  const w = useWords(inviteWords)
  const cases = useWords(caseWords)
  const [form] = Form.useForm<Typed>()
  const find = useMutation({
    mutationFn: ({ name = '', studentNumber = '', shortCode }: Typed) =>
      call(findStudentToInvite, {
        params: { school },
        body: shortCode ? { shortCode } : { name, studentNumber },
      }),
    onMutate: () => onFound(null),
    onSuccess: onFound,
  })
  const needed = {
    validator: async (_: unknown, text?: string) => {
      if (!text?.trim() && !form.getFieldValue('shortCode')?.trim()) throw new Error(w.findNeeds)
    },
  }
  return (
    <section className="card">
      <h2>{w.find}</h2>
      <p>{w.findHint}</p>
      <CheckedForm
        form={form}
        onFinish={(values) => find.mutate(values)}
        above={
          <ProblemNote
            error={find.error}
            names={{ name: w.name, studentNumber: w.number, shortCode: w.shortCode, body: w.find }}
          />
        }
      >
        <div className="grid2">
          <Form.Item label={cases.school} required>
            <Select
              aria-label={cases.school}
              value={school}
              onChange={(next) => {
                onSchool(next)
                onFound(null)
                find.reset()
              }}
              options={schools.map(({ code: value, name: label }) => ({ value, label }))}
            />
          </Form.Item>
          <Form.Item name="name" label={w.name} required dependencies={['shortCode']} rules={[needed]}>
            <Input maxLength={LONGEST.personName} />
          </Form.Item>
          <Form.Item
            name="studentNumber"
            label={w.number}
            required
            dependencies={['shortCode']}
            rules={[needed]}
          >
            <Input maxLength={LONGEST.number} autoComplete="off" {...IN_CAPITALS} />
          </Form.Item>
          <Form.Item name="shortCode" label={`${w.or} ${w.shortCode}`}>
            <Input maxLength={LONGEST.shortCode} autoComplete="off" {...IN_CAPITALS} />
          </Form.Item>
        </div>
        <Button htmlType="submit" loading={find.isPending}>
          {w.findButton}
        </Button>
      </CheckedForm>
      {found && (
        <p role="status">
          {w.found}: <strong>{found.name}</strong> {found.studentNumber} · {found.college} · {found.major}
        </p>
      )}
    </section>
  )
}
