import { Button } from 'antd'
import { addressOf } from '../../../contracts/address.ts'
import { printPaperForms } from '../../../contracts/paper-forms.ts'

type Props = { school: string; ids: readonly string[]; label: string; primary?: boolean }

/** Opens the forms as a PDF in a window of its own, where a browser prints them. */
export const PrintLink = ({ school, ids, label, primary = false }: Props) => (
  <Button
    type={primary ? 'primary' : 'default'}
    href={addressOf(printPaperForms, { params: { school }, query: { ids: ids.join() } })}
    target="_blank"
    rel="noopener"
  >
    {label}
  </Button>
)
