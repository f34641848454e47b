import { useWords } from '../words/language.tsx'
import { schoolMenu } from './school-words.ts'
import { Portal } from './shell.tsx'

export { AgreementPage } from '../features/agreements/agreement-page.tsx'
export { DestinationPage } from '../features/destinations/destination-page.tsx'
export { DissolutionPage } from '../features/dissolutions/dissolution-page.tsx'
export { AgreementQueuePage } from '../features/reviews/agreement-queue-page.tsx'
export { DestinationQueuePage } from '../features/reviews/destination-queue-page.tsx'
export { DissolutionQueuePage } from '../features/reviews/dissolution-queue-page.tsx'
export { SettingsPage } from '../features/schools/settings-page.tsx'
export { StudentFilePage } from '../features/students/student-file-page.tsx'
export { StudentListPage } from '../features/students/student-list-page.tsx'

export function SchoolPortal() {
  const w = useWords(schoolMenu)
  return (
    <Portal
      portal="school"
      menu={(me) => [
        {
          title: w.reviews,
          items: [
            ['/school', w.agreements],
            ['/school/dissolutions', w.dissolutions],
            ['/school/destinations', w.destinations],
          ],
        },
        {
          title: w.files,
          items: [
            ['/school/students', w.students],
            ...(me.staffRole === 'administrator' ? [['/school/settings', w.settings] as const] : []),
            ['/school/account', w.account],
          ],
        },
      ]}
    />
  )
}
