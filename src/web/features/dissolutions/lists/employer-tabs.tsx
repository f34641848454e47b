import { useQuery } from '@tanstack/react-query'
import { employerWorkbench } from '../../../../contracts/employers.ts'
import { ask } from '../../../call.ts'
import { TabLinks } from '../../../ui/tab-links.tsx'
import { useWords } from '../../../words/language.tsx'
import { employerDissolutionsWords } from './employer-words.ts'

/** The three lists of an employer's dissolutions, with how many wait for its answer. */
export function EmployerTabs({ open }: { open: 'requests' | 'signed' | 'all' }) {
  const w = useWords(employerDissolutionsWords)
  const { data: desk } = useQuery(ask(employerWorkbench))
  return (
    <TabLinks
      label={w.title}
      open={open}
      of={[
        { tab: 'requests', name: w.tabs.requests, count: desk?.counts.dissolutions.employer },
        { tab: 'signed', name: w.tabs.signed },
        { tab: 'all', name: w.tabs.all },
      ]}
    />
  )
}
