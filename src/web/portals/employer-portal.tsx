import { useWords } from '../words/language.tsx'
import { employerMenu } from './employer-words.ts'
import { Portal } from './shell.tsx'

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

export function EmployerPortal() {
  const w = useWords(employerMenu)
  return (
    <Portal
      portal="employer"
      menu={() => [
        {
          items: [
            ['/employer', w.workbench],
            ['/employer/invite', w.invite],
            ['/employer/invitations', w.sent],
            ['/employer/agreements', w.signed],
            ['/employer/dissolutions', w.dissolutions],
            ['/employer/account', w.account],
          ],
        },
      ]}
    />
  )
}
