import type { PostContent } from '../post/content.ts'
import { saidIn, type TemplateTerms } from '../term-template.ts'

const FEN = 100

/** What a post says of the terms of an agreement. */
export type OfferedTerms = Pick<
  TemplateTerms,
  'position' | 'jobCategory' | 'regularPay' | 'regionCode' | 'contactName' | 'contactPhone' | 'benefits'
>

/** What an invitation that comes of an application begins with: as far as the post says it. Money in fen. */
export const termsOffered = ({
  title,
  category,
  pay,
  regions,
  benefits,
  contact,
}: PostContent): OfferedTerms =>
  saidIn({
    position: title,
    jobCategory: category,
    regularPay: pay.from === null ? undefined : pay.from * FEN,
    regionCode: regions[0],
    contactName: contact.name,
    contactPhone: contact.phone,
    benefits,
  })
