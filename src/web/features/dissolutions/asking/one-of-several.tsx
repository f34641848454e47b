import { Button, Form, Input, Select } from 'antd'
import { faultOf, groundsForSeveral } from '../../../../domain/dissolution/grounds.ts'
import { LONGEST } from '../../../../domain/longest.ts'
import { Note } from '../../../ui/note.tsx'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { dissolutionWords } from '../words.ts'
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
  const dissolution = useWords(dissolutionWords)
  /** Each with what it means for the fault where no clause says otherwise. */
  const grounds = groundsForSeveral('employer').map((code) => ({
    value: code,
    label: several.ground(dissolution.ground[code], dissolution.fault[faultOf(code, 'employer', [])]),
  }))
  return (
    <>
      {failure && <Note below={12} type="warning" title={failure} />}
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
        <Input.TextArea rows={2} maxLength={LONGEST.reason} showCount />
      </Form.Item>
      {onFillAll && <Button onClick={onFillAll}>{several.fillAll}</Button>}
    </>
  )
}
