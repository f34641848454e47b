import type { Scenario } from './scenario.ts'

/** Of which kinds somebody has been told, in the order of their names. */
export async function kindsToldTo(s: Scenario, { userId }: { userId: string }): Promise<string[]> {
  const rows = await s.db
    .selectFrom('notifications')
    .where('userId', '=', userId)
    .select('kind')
    .orderBy('kind')
    .execute()
  return rows.map(({ kind }) => kind)
}

/** What the journal says was done to a subject, `destination:<id>`. */
export const actionsOn = async (s: Scenario, subject: string) =>
  (await s.journal(subject)).map(({ entry }) => (entry as { action: string }).action)
