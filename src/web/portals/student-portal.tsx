import { useWords } from '../words/language.tsx'
import { Portal } from './shell.tsx'

/** The manual's menu; entries of later work appear when they work. */
export function StudentPortal() {
  const words = useWords()
  const w = words.studentMenu
  return (
    <Portal
      portal="student"
      menu={() => [
        { items: [['/student', w.home]] },
        {
          title: w.employment,
          items: [
            ['/student/invitations', w.signing],
            ['/student/paper', words.paper.title],
            ['/student/destinations', words.destination.title],
            ['/student/dissolutions', words.dissolution.menu],
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
