import type { Foot } from '../../pages/frame.ts'
import type { Services } from '../../services/services.ts'
import type { SchoolSite } from './queries.ts'

/** What stands at the foot of a page: the school's own words where there is one, the platform's beside or instead. */
export function footOf({ platform }: Pick<Services, 'platform'>, site: SchoolSite | null): Foot {
  const own = site?.content
  return {
    contact: {
      phone: own?.contact.officePhone || platform.phone,
      email: own?.contact.officeEmail || platform.email,
    },
    privacyUrl: own?.privacyUrl || platform.privacyUrl,
    records: [own, platform].flatMap((one) => (one ? [{ icp: one.icp, police: one.police }] : [])),
  }
}
