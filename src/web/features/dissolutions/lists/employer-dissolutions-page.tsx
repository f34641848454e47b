import { useListAddress } from '../../../ui/list-address.ts'
import { AllRequests } from './all-requests.tsx'
import { DissolvableStudents } from './dissolvable-students.tsx'
import { StudentRequests } from './student-requests.tsx'

/** 解约中心 → 解约办理: the manual's two lists, and a record of everything. */
export function EmployerDissolutionsPage() {
  const { shown } = useListAddress<{ tab: string }>()
  if (shown.tab === 'signed') return <DissolvableStudents />
  return shown.tab === 'all' ? <AllRequests /> : <StudentRequests />
}
