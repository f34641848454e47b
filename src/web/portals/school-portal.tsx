import { useQuery } from '@tanstack/react-query'
import { getDesk } from '../../contracts/desk.ts'
import { ask } from '../call.ts'
import { useMe } from '../features/accounts/me.ts'
import { useWords } from '../words/language.tsx'
import { ICONS } from './menu.ts'
import { schoolMenu } from './school-words.ts'
import { Portal } from './shell.tsx'

export { AdmissionPage } from '../features/admissions/admission-page.tsx'
export { AdmissionQueuePage } from '../features/admissions/admission-queue-page.tsx'
export { AgreementPage } from '../features/agreements/agreement-page.tsx'
export { DestinationPage } from '../features/destinations/destination-page.tsx'
export { DissolutionPage } from '../features/dissolutions/dissolution-page.tsx'
export { AgreementQueuePage } from '../features/reviews/agreement-queue-page.tsx'
export { DestinationQueuePage } from '../features/reviews/destination-queue-page.tsx'
export { DissolutionQueuePage } from '../features/reviews/dissolution-queue-page.tsx'
export { CollegesPage } from '../features/schools/colleges-page.tsx'
export { SettingsPage } from '../features/schools/settings-page.tsx'
export { StaffMemberPage } from '../features/staff/staff-member-page.tsx'
export { StaffPage } from '../features/staff/staff-page.tsx'
export { ClassCodesPage } from '../features/students/class-codes-page.tsx'
export { StudentFilePage } from '../features/students/student-file-page.tsx'
export { StudentListPage } from '../features/students/student-list-page.tsx'

export function SchoolPortal() {
  const w = useWords(schoolMenu)
  const { portal, school } = useMe()
  const { data: desk } = useQuery({
    ...ask(getDesk, { params: { school: school?.code ?? '' } }),
    enabled: portal === 'school',
  })
  return (
    <Portal
      portal="school"
      menu={(me) => [
        {
          title: w.reviews,
          tab: w.reviews,
          icon: ICONS.review,
          items: [
            {
              to: '/school',
              name: w.agreements,
              count: desk?.agreements.waiting,
              under: ['/school/agreements'],
            },
            { to: '/school/dissolutions', name: w.dissolutions, count: desk?.dissolutions.waiting },
            { to: '/school/destinations', name: w.destinations, count: desk?.destinations.waiting },
            ...(me.staffRole === 'college_reviewer'
              ? []
              : [
                  {
                    to: '/school/employers',
                    name: w.employers,
                    count: desk?.admissions?.waiting,
                    under: ['/school/admissions'],
                  },
                ]),
          ],
        },
        {
          title: w.files,
          tab: w.students,
          icon: ICONS.people,
          items: [
            { to: '/school/students', name: w.students },
            { to: '/school/activation-codes', name: w.activationCodes },
            ...(me.staffRole === 'administrator'
              ? [
                  { to: '/school/colleges', name: w.colleges },
                  { to: '/school/staff', name: w.staff },
                  { to: '/school/settings', name: w.settings },
                ]
              : []),
          ],
        },
        {
          title: w.own,
          tab: w.me,
          icon: ICONS.me,
          items: [{ to: '/school/account', name: w.account }],
        },
      ]}
    />
  )
}
