import type { ComponentProps, ReactNode } from 'react'
import { ListPage } from '../../ui/list-page.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { WhyNot } from './why-not.tsx'

type Words = {
  readonly title: string
  readonly noticeTitle: string
  readonly notice: readonly string[]
  readonly register: string
  readonly cannot: string
  readonly empty: string
}
type Props<Row extends { id: string }> = Pick<
  ComponentProps<typeof ListPage<Row>>,
  'page' | 'columns' | 'brief' | 'to' | 'onPage' | 'isTurning'
> & {
  /** By which its notice is remembered as read. */
  id: string
  words: Words
  /** Where one registers; `reasons` are all that stand in the way. */
  registerAt: string
  reasons: ComponentProps<typeof WhyNot>['reasons']
  /** To be known before one registers. */
  beside?: ReactNode
}

/** What a student has registered, and the way to register more or all that stands in it. */
export const RegistrationList = <Row extends { id: string }>({
  id,
  words: w,
  registerAt,
  reasons,
  beside,
  ...list
}: Props<Row>) => (
  <ListPage<Row>
    {...list}
    title={w.title}
    empty={w.empty}
    act={
      reasons.length === 0 && (
        <PlainLink primary to={registerAt}>
          {w.register}
        </PlainLink>
      )
    }
    notes={
      <>
        <Notice id={id} title={w.noticeTitle} lines={w.notice} />
        <WhyNot title={w.cannot} reasons={reasons} />
        {beside}
      </>
    }
  />
)
