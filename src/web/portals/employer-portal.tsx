import { useWords } from '../words/language.tsx'
import { employerMenu } from './employer-words.ts'
import { ICONS } from './menu.ts'
import { Portal } from './shell.tsx'

export { AdmissionPage } from '../features/admissions/admission-page.tsx'
export { ApplyPage } from '../features/admissions/apply-page.tsx'
export { SchoolsPage } from '../features/admissions/schools-page.tsx'
export { SignedStudentsPage } from '../features/agreements/agreement-lists.tsx'
export { AgreementPage } from '../features/agreements/agreement-page.tsx'
export { AmendPage } from '../features/agreements/amend-page.tsx'
export { AskDissolutionPage } from '../features/dissolutions/asking/ask-dissolution-page.tsx'
export { DissolutionPage } from '../features/dissolutions/dissolution-page.tsx'
export { EmployerDissolutionsPage } from '../features/dissolutions/lists/employer-dissolutions-page.tsx'
export { WorkbenchPage } from '../features/employers/workbench-page.tsx'
export { SentInvitationsPage } from '../features/invitations/invitation-lists.tsx'
export { InvitationPage } from '../features/invitations/invitation-page.tsx'
export { InvitePage } from '../features/invitations/invite-page.tsx'
export { RevisePage } from '../features/invitations/revise-page.tsx'
export { MembersPage } from '../features/members/members-page.tsx'
export { RecordPage } from '../features/registration/record-page.tsx'

export function EmployerPortal() {
  const w = useWords(employerMenu)
  return (
    <Portal
      portal="employer"
      menu={(me) => [
        { tab: w.workbench, icon: ICONS.home, items: [{ to: '/employer', name: w.workbench }] },
        {
          title: w.signing,
          tab: w.signing,
          icon: ICONS.signing,
          items: [
            { to: '/employer/invite', name: w.invite },
            { to: '/employer/invitations', name: w.sent },
            { to: '/employer/agreements', name: w.signed },
          ],
        },
        {
          title: w.parting,
          tab: w.parting,
          icon: ICONS.parting,
          items: [{ to: '/employer/dissolutions', name: w.dissolutions, under: ['/employer/dissolve'] }],
        },
        {
          title: w.own,
          tab: w.me,
          icon: ICONS.me,
          items: [
            {
              to: '/employer/schools',
              name: w.schools,
              under: ['/employer/apply', '/employer/admissions'],
            },
            { to: '/employer/record', name: w.record },
            ...(me.employerRole === 'owner' ? [{ to: '/employer/members', name: w.members }] : []),
            { to: '/employer/account', name: w.account },
          ],
        },
      ]}
    />
  )
}
