import { Tabs } from 'antd'
import { type ReactNode, Suspense } from 'react'
import { useListAddress } from '../../../ui/list-address.ts'
import { Loading } from '../../../ui/loading.tsx'
import { useWords } from '../../../words/language.tsx'
import { AllRequests } from './all-requests.tsx'
import { DissolvableStudents } from './dissolvable-students.tsx'
import { employerDissolutionsWords } from './employer-words.ts'
import { StudentRequests } from './student-requests.tsx'

/** 解约中心 → 解约办理: the manual's two tabs, and a record of everything. */
export function EmployerDissolutionsPage() {
  const w = useWords(employerDissolutionsWords)
  const { address, change } = useListAddress<{ tab: string; q: string }>()
  const tab = (key: string, label: string, list: ReactNode) => ({
    key,
    label,
    children: <Suspense fallback={<Loading />}>{list}</Suspense>,
  })
  return (
    <>
      <h1>{w.title}</h1>
      <section className="card">
        <Tabs
          destroyOnHidden
          activeKey={address.tab ?? 'requests'}
          onChange={(key) => change({ tab: key, q: undefined })}
          items={[
            tab('requests', w.tabs.requests, <StudentRequests />),
            tab('signed', w.tabs.signed, <DissolvableStudents />),
            tab('all', w.tabs.all, <AllRequests />),
          ]}
        />
      </section>
    </>
  )
}
