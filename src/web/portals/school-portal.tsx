import { useQuery } from '@tanstack/react-query'
import { getDesk } from '../../contracts/desk.ts'
import { ask } from '../call.ts'
import { useMayAsk, useMe } from '../features/accounts/me.ts'
import { useWords } from '../words/language.tsx'
import { ICONS } from './menu.ts'
import { schoolMenu } from './school-words.ts'
import { Portal } from './shell.tsx'

export { SchoolDeskPage } from '../features/reviews/desk-page.tsx'

export function SchoolPortal() {
  const w = useWords(schoolMenu)
  const { school } = useMe()
  const { data: desk } = useQuery({
    ...ask(getDesk, { params: { school: school?.code ?? '' } }),
    enabled: useMayAsk('school'),
  })
  return (
    <Portal
      portal="school"
      menu={(me) => [
        { tab: w.desk, icon: ICONS.home, items: [{ to: '/school', name: w.desk }] },
        {
          title: w.reviews,
          tab: w.reviews,
          icon: ICONS.review,
          items: [
            { to: '/school/agreements', name: w.agreements, count: desk?.agreements.waiting },
            { to: '/school/dissolutions', name: w.dissolutions, count: desk?.dissolutions.waiting },
            { to: '/school/destinations', name: w.destinations, count: desk?.destinations.waiting },
            { to: '/school/corrections', name: w.corrections, count: desk?.corrections.waiting },
            {
              to: '/school/recommendations',
              name: w.recommendations,
              count: desk?.recommendations.waiting,
            },
            { to: '/school/checks', name: w.checks, under: ['/school/check-rules'], count: desk?.checks },
            ...(me.staffRole === 'college_reviewer'
              ? []
              : [
                  {
                    to: '/school/admissions',
                    under: ['/school/employers'],
                    name: w.admissions,
                    count: desk?.admissions?.waiting,
                  },
                  { to: '/school/posts', name: w.posts, count: desk?.posts?.waiting },
                  {
                    to: '/school/talks',
                    name: w.talks,
                    count: desk?.talks?.waiting,
                    under: ['/school/venues'],
                  },
                  {
                    to: '/school/fairs',
                    name: w.fairs,
                    count: desk?.fairEntries?.waiting,
                    under: ['/school/fair-entries'],
                  },
                  { to: '/school/absences', name: w.absences, count: desk?.absences?.waiting },
                  {
                    to: '/school/post-reports',
                    name: w.postReports,
                    count: desk?.postReports?.waiting,
                  },
                  {
                    to: '/school/objections',
                    name: w.objections,
                    count: desk?.objections?.waiting,
                  },
                  {
                    to: '/school/privacy-requests',
                    name: w.privacyRequests,
                    count: desk?.privacyRequests?.waiting,
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
            { to: '/school/figures', name: w.figures, under: ['/school/moments'] },
            { to: '/school/help', name: w.help, under: ['/school/help-notices'] },
            { to: '/school/exports', name: w.exports },
            ...(me.staffRole === 'college_reviewer'
              ? []
              : [
                  { to: '/school/confirmations', name: w.confirmations },
                  { to: '/school/audit', name: w.audit },
                ]),
            { to: '/school/paper-forms', name: w.paperForms },
            { to: '/school/transfers', name: w.transfers, under: ['/school/transfer-papers'] },
            { to: '/school/evidence-archives', name: w.evidenceArchives },
            { to: '/school/taken-files', name: w.takenFiles },
            ...(me.staffRole === 'administrator'
              ? [
                  { to: '/school/copy', name: w.copy },
                  { to: '/school/roster-imports', name: w.rosterImports },
                ]
              : []),
            { to: '/school/activation-codes', name: w.activationCodes },
            { to: '/school/recoveries', name: w.recoveries },
          ],
        },
        {
          title: w.own,
          tab: w.me,
          icon: ICONS.me,
          items: [
            { to: '/school/account', name: w.account },
            { to: '/school/privacy', name: w.privacy },
            { to: '/school/settings', name: w.settings },
            ...(me.staffRole === 'college_reviewer'
              ? []
              : [
                  { to: '/school/announcements', name: w.announcements },
                  { to: '/school/seal', name: w.seal },
                ]),
            ...(me.staffRole === 'administrator'
              ? [
                  { to: '/school/site', name: w.site },
                  { to: '/school/colleges', name: w.colleges },
                  { to: '/school/majors', name: w.majors },
                  { to: '/school/staff', name: w.staff },
                  { to: '/school/privacy-settings', name: w.privacySettings },
                  { to: '/school/sign-in', name: w.signIn },
                  { to: '/school/messages', name: w.messages },
                  { to: '/school/document-template', name: w.documentTemplate },
                  { to: '/school/api-tokens', name: w.apiTokens },
                  { to: '/school/webhooks', name: w.webhooks },
                ]
              : []),
          ],
        },
      ]}
    />
  )
}
