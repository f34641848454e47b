import { useQuery } from '@tanstack/react-query'
import { employerWorkbench } from '../../contracts/employers.ts'
import { ask } from '../call.ts'
import { useMayAsk } from '../features/accounts/me.ts'
import { useWords } from '../words/language.tsx'
import { employerMenu } from './employer-words.ts'
import { ICONS } from './menu.ts'
import { Portal } from './shell.tsx'

export function EmployerPortal() {
  const w = useWords(employerMenu)
  const { data: desk } = useQuery({ ...ask(employerWorkbench), enabled: useMayAsk('employer') })
  const counts = desk?.counts
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
            { to: '/employer/invite-many', name: w.inviteMany },
            { to: '/employer/invitations', name: w.sent },
            { to: '/employer/posts', name: w.posts },
            { to: '/employer/talks', name: w.talks },
            { to: '/employer/fairs', name: w.fairs },
            { to: '/employer/applications', name: w.applications },
            { to: '/employer/interviews', name: w.interviews },
            { to: '/employer/resumes', name: w.resumes },
            { to: '/employer/term-templates', name: w.templates },
            { to: '/employer/agreements', name: w.signed, count: counts?.agreements.employer },
          ],
        },
        {
          title: w.center,
          tab: w.parting,
          icon: ICONS.parting,
          items: [
            {
              to: '/employer/dissolutions',
              name: w.dissolutions,
              count: counts?.dissolutions.employer,
              under: ['/employer/dissolve'],
            },
          ],
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
            { to: '/employer/seal', name: w.seal },
            ...(me.employerRole === 'owner'
              ? [
                  { to: '/employer/members', name: w.members },
                  { to: '/employer/api-tokens', name: w.apiTokens },
                  { to: '/employer/webhooks', name: w.webhooks },
                ]
              : []),
            { to: '/employer/account', name: w.account },
            { to: '/employer/privacy', name: w.privacy, under: ['/employer/privacy-requests'] },
          ],
        },
      ]}
    />
  )
}
