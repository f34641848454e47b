import { Alert, Button, Form, Input, Select } from 'antd'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { useGroundOptions } from './ground-options.ts'
import { severalWords } from './several-words.ts'
import { askingWords } from './words.ts'

type Props = {
  /** The agreement's id: the name of its fields. */
  id: string
  /** Why the last request for it was not taken. */
  failure: string | null
  onFillAll: (() => void) | undefined
}

/** The ground and the reason for one of several students. */
export function OneOfSeveral({ id, failure, onFillAll }: Props) {
  const w = useWords(askingWords)
  const ui = useWords(uiWords)
  const several = useWords(severalWords)
  const grounds = useGroundOptions()
  return (
    <>
      {failure && <Alert type="warning" showIcon title={failure} style={{ marginBottom: 12 }} />}
      <Form.Item
        name={[id, 'ground']}
        label={w.fields.ground}
        rules={[{ required: true, message: w.groundNeeded }]}
      >
        <Select options={grounds} />
      </Form.Item>
      <Form.Item
        name={[id, 'reason']}
        label={w.fields.reason}
        rules={[{ required: true, whitespace: true, message: ui.needed(w.fields.reason) }]}
      >
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
      {onFillAll && <Button onClick={onFillAll}>{several.fillAll}</Button>}
    </>
  )
}
