import { useWords } from '../words/language.tsx'
import { Portal } from './shell.tsx'
import { studentMenu } from './student-words.ts'

/** The manual's menu; entries of later work appear when they work. */
export function StudentPortal() {
  const w = useWords(studentMenu)
  return (
    <Portal
      portal="student"
      menu={() => [
        { items: [['/student', w.home]] },
        {
          title: w.employment,
          items: [
            ['/student/invitations', w.signing],
            ['/student/paper', w.paper],
            ['/student/destinations', w.destinations],
            ['/student/dissolutions', w.dissolutions],
          ],
        },
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
