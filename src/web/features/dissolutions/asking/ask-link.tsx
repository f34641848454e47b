import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Side } from '../../../../domain/lifecycle.ts'

type Props = { portal: Side; school: string; id: string; children: ReactNode }

/** To 解约申请: `school` and `id` are the agreement's. */
export const AskLink = ({ portal, school, id, children }: Props) => (
  <Link to={`/${portal}/dissolve/$school/$id`} params={{ school, id }}>
    {children}
  </Link>
)
