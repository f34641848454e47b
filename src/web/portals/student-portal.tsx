import { useQuery } from '@tanstack/react-query'
import { studentHome } from '../../contracts/students.ts'
import { ask } from '../call.ts'
import { useMayAsk, useMe } from '../features/accounts/me.ts'
import { useWords } from '../words/language.tsx'
import { ICONS } from './menu.ts'
import { Portal } from './shell.tsx'
import { studentMenu } from './student-words.ts'

/** The manual's menu; entries of later work appear when they work. */
export function StudentPortal() {
  const w = useWords(studentMenu)
  const me = useMe()
  const { data: home } = useQuery({
    ...ask(studentHome, { params: { school: me.school?.code ?? '' } }),
    enabled: useMayAsk('student'),
  })
  const signing = home && home.signingToDo + home.agreementToDo
  return (
    <Portal
      portal="student"
      menu={() => [
        { tab: w.home, icon: ICONS.home, items: [{ to: '/student', name: w.home }] },
        {
          title: w.employment,
          tab: w.signingTab,
          icon: ICONS.signing,
          items: [
            { to: '/student/invitations', name: w.signing, count: signing, under: ['/student/agreements'] },
            {
              to: '/student/paper',
              name: w.paper,
              count: home?.paperToDo,
              under: ['/student/paper-forms'],
            },
            { to: '/student/destinations', name: w.destinations, count: home?.destinationToDo },
            {
              to: '/student/confirmation',
              name: w.confirmation,
              count: home?.confirmUntil ? 1 : 0,
              under: ['/student/objections'],
            },
            {
              to: '/student/dissolutions',
              name: w.dissolutions,
              count: home?.dissolutionToDo,
              under: ['/student/dissolve'],
            },
            { to: '/student/recommendation', name: w.recommendation, under: ['/student/recommendations'] },
            { to: '/student/transfers', name: w.transfers },
          ],
        },
        {
          title: w.market,
          tab: w.marketTab,
          icon: ICONS.seeking,
          items: [
            {
              to: '/student/jobs',
              name: w.jobs,
              under: ['/student/applications', '/student/resumes', '/student/post-reports'],
            },
            { to: '/student/talks', name: w.talks, under: ['/student/absences', '/student/elsewhere'] },
            { to: '/student/fairs', name: w.fairs },
            { to: '/student/help', name: w.help },
          ],
        },
        {
          title: w.personal,
          tab: w.me,
          icon: ICONS.me,
          items: [
            {
              to: '/student/data',
              name: w.basics,
              count: home?.correctionToDo,
              under: ['/student/corrections'],
            },
            { to: '/student/account', name: w.password },
            { to: '/student/privacy', name: w.privacy, under: ['/student/privacy-requests'] },
          ],
        },
      ]}
    />
  )
}
