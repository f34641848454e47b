import { useWords } from '../words/language.tsx'
import { ICONS } from './menu.ts'
import { platformMenu } from './platform-words.ts'
import { Portal } from './shell.tsx'

export function PlatformPortal() {
  const w = useWords(platformMenu)
  return (
    <Portal
      portal="platform"
      menu={() => [
        {
          title: w.platform,
          tab: w.platform,
          icon: ICONS.home,
          items: [
            { to: '/platform', name: w.schools, under: ['/platform/schools'] },
            { to: '/platform/code-tables', name: w.codeTables, under: ['/platform/places'] },
            { to: '/platform/health', name: w.health },
          ],
        },
        {
          title: w.own,
          tab: w.me,
          icon: ICONS.me,
          items: [
            { to: '/platform/account', name: w.account },
            { to: '/platform/privacy', name: w.privacy },
          ],
        },
      ]}
    />
  )
}
