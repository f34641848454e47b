import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Side } from '../../../../domain/lifecycle.ts'

type Props = { portal: Side; school: string; id: string; children: ReactNode }

/** Where 解约申请 begins: `school` and `id` are the agreement's. */
export const askAddress = ({ portal, school, id }: Omit<Props, 'children'>) =>
  `/${portal}/dissolve/${school}/${id}`

export const AskLink = ({ children, ...of }: Props) => <Link to={askAddress(of)}>{children}</Link>
