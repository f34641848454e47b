import { useWords } from '../../words/language.tsx'
import { NoticeSettings } from './notice-settings.tsx'
import { RetentionSettings } from './retention-settings.tsx'
import { privacyWords } from './words.ts'

/** 隐私设置: what the school tells people about their data, and how long it keeps them. */
export function PrivacySettingsPage() {
  const w = useWords(privacyWords).settings
  return (
    <>
      <h1>{w.title}</h1>
      <RetentionSettings />
      <NoticeSettings />
    </>
  )
}
