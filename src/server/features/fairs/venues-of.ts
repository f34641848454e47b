import type { z } from 'zod'
import type { fairPlaced } from '../../../contracts/fairs.ts'
import type { FairCase } from '../../../domain/fair/case.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'

export type PlacedFair = z.infer<typeof fairPlaced>
type Of = Pick<FairCase, 'schoolId' | 'venueIds' | 'startsAt' | 'endsAt'>

/** When and where each of these fairs is held, in the order in which they are given; retired venues too. */
export async function placedOf(db: Db, fairs: readonly Of[]): Promise<PlacedFair[]> {
  const ids = [...new Set(fairs.flatMap(({ venueIds }) => venueIds))]
  const schools = [...new Set(fairs.map(({ schoolId }) => schoolId))]
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('venues')
          .$if(schools.length === 1, (of) => of.where('schoolId', '=', schools[0]!))
          .$if(schools.length > 1, (of) =>
            of.where('schoolId', 'in', schools).modifyEnd(acrossSchools.guests),
          )
          .where('id', 'in', ids)
          .select(['schoolId', 'id', 'name', 'nameEn', 'place', 'placeEn'])
          .execute()
  return fairs.map(({ schoolId, venueIds, startsAt, endsAt }) => ({
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    venues: venueIds.flatMap((id) =>
      rows
        .filter((row) => row.schoolId === schoolId && row.id === id)
        .map(({ schoolId: _, ...venue }) => venue),
    ),
  }))
}
