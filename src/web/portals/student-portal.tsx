import { Portal } from '../ui/shell.tsx'
import { useWords } from '../words/language.tsx'

export { AgreementPage } from '../features/agreements/agreement-page.tsx'
export { MyInvitationsPage } from '../features/invitations/invitation-lists.tsx'
export { InvitationPage } from '../features/invitations/invitation-page.tsx'
export { StudentDataPage, StudentHomePage } from '../features/students/student-pages.tsx'

/** The manual's menu; entries of later work appear when they work. */
export function StudentPortal() {
  const w = useWords().studentMenu
  return (
    <Portal
      portal="student"
      menu={() => [
        { items: [['/student', w.home]] },
        { title: w.employment, items: [['/student/invitations', w.signing]] },
        {
          title: w.personal,
          items: [
            ['/student/data', w.basics],
            ['/student/account', w.password],
          ],
        },
      ]}
    />
  )
}
