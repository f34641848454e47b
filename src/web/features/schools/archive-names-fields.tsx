import { Form, Input } from 'antd'
import { namesFault, refuseUnlessNames, USUAL_NAMES } from '../../../domain/evidence-archive/names.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { useRefusedRule } from '../cases/refused-rule.ts'
import { NamePieces, useNamesExample } from '../evidence-archives/name-pieces.tsx'
import type { SettingsDraft } from './settings-draft.ts'
import { SettingsSection } from './settings-section.tsx'
import { settingsWords } from './words.ts'

/** How the files of an archive are named, with what the pattern makes while it is typed. */
export function ArchiveNamesFields({ error }: { error: unknown }) {
  const w = useWords(settingsWords)
  const ui = useWords(uiWords)
  const form = Form.useFormInstance<SettingsDraft>()
  const typed = Form.useWatch('archiveNames', form) ?? ''
  const exampleOf = useNamesExample()
  const refused = useRefusedRule()
  const put = (text: string) => {
    form.setFieldValue('archiveNames', text)
    void form.validateFields(['archiveNames']).catch(() => {})
  }
  return (
    <SettingsSection section="archives" hint={w.archivesHint}>
      <Form.Item
        name="archiveNames"
        label={w.archiveNames}
        extra={namesFault(typed) ? w.noExample : exampleOf(typed)}
        rules={[
          { required: true, message: ui.needed(w.archiveNames) },
          refused((names) => refuseUnlessNames(names, 'archiveNames')),
        ]}
        {...fieldFault(error, 'archiveNames')}
      >
        <Input className="mono pattern" maxLength={LONGEST.archiveNames} autoComplete="off" />
      </Form.Item>
      <NamePieces names={typed} usual={USUAL_NAMES} onChange={put} />
    </SettingsSection>
  )
}
