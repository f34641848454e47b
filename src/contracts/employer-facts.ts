import { z } from 'zod'
import { EMPLOYER_KINDS, type EmployerFacts } from '../domain/employer-facts.ts'

/** An employer as it is shown: what came before there was registration may be empty. */
export const employerFacts = z.object({
  name: z.string(),
  kind: z.enum(EMPLOYER_KINDS),
  licenceNumber: z.string(),
  scope: z.string(),
  legalPerson: z.string(),
  industry: z.string(),
  size: z.string(),
  nature: z.string(),
  region: z.string(),
  address: z.string(),
  contactName: z.string(),
  contactPhone: z.string(),
  contactEmail: z.string(),
}) satisfies z.ZodType<EmployerFacts>
