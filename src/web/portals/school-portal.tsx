import { Portal } from '../ui/shell.tsx'
import { useWords } from '../words/language.tsx'

export { AgreementPage } from '../features/agreements/agreement-page.tsx'
export { ReviewQueuePage } from '../features/school/review-queue-page.tsx'
export { SettingsPage } from '../features/school/settings-page.tsx'
export { StudentFilePage, StudentListPage } from '../features/school/student-files.tsx'

export function SchoolPortal() {
  const w = useWords().schoolMenu
  return (
    <Portal
      portal="school"
      menu={(me) => [
        {
          items: [
            ['/school', w.queue],
            ['/school/students', w.students],
            ...(me.staffRole === 'administrator' ? [['/school/settings', w.settings] as const] : []),
            ['/school/account', w.account],
          ],
        },
      ]}
    />
  )
}
