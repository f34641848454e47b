import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type CaseAt, caseAddress, type PageOf, type PortalOf } from '../../../contracts/case-address.ts'
import type { SubjectKind } from '../../../domain/case.ts'

type Props<K extends SubjectKind> = CaseAt<K> & {
  portal: PortalOf<K>
  page?: PageOf<K>
  children: ReactNode
}

/** Leads to a case, or to a page below it. */
export const CaseLink = <K extends SubjectKind>({ portal, page, children, ...of }: Props<K>) => (
  <Link to={caseAddress(portal, of, page)}>{children}</Link>
)
