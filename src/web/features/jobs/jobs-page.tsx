import { useAddressText } from '../../ui/address-text.ts'
import { TabLinks } from '../../ui/tab-links.tsx'
import { useWords } from '../../words/language.tsx'
import { MyApplications } from '../applications/my-applications.tsx'
import { MyInterviews } from '../interviews/my-interviews.tsx'
import { MyReports } from '../post-reports/my-reports.tsx'
import { Looks } from '../resumes/looks.tsx'
import { MyResumes } from '../resumes/my-resumes.tsx'
import { KeptJobs } from './kept-jobs.tsx'
import { OpenJobs } from './open-jobs.tsx'
import { SavedSearches } from './saved-searches.tsx'
import { marketWords } from './words.ts'

const TABS = ['open', 'applied', 'interviews', 'resumes', 'looks', 'kept', 'searches', 'reports'] as const
const VIEWS = {
  open: OpenJobs,
  applied: MyApplications,
  interviews: MyInterviews,
  resumes: MyResumes,
  looks: Looks,
  kept: KeptJobs,
  searches: SavedSearches,
  reports: MyReports,
}

/** 网上就业市场 {我要求职}. */
export function JobsPage() {
  const w = useWords(marketWords)
  const address = useAddressText()
  const open = TABS.find((tab) => tab === address.tab) ?? 'open'
  const View = VIEWS[open]
  return (
    <>
      <h1>{w.title}</h1>
      <TabLinks label={w.title} open={open} of={TABS.map((tab) => ({ tab, name: w.tabs[tab] }))} />
      <View />
    </>
  )
}
