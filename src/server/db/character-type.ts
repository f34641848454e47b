import type pg from 'pg'

/**
 * `lc_ctype`, by which pg_trgm and full text search tell letters: under C they see no Chinese. Order, case and regular
 * expressions follow the built-in C.UTF-8 in any case, the same on every system. macOS knows the second only.
 */
export const CHARACTER_TYPES = ['C.UTF-8', 'en_US.UTF-8', 'C'] as const

/** Whether this database's character type leaves Chinese unseen. */
export async function seesNoChinese(client: Pick<pg.Client, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ datctype: string }>(
    'select datctype from pg_database where datname = current_database()',
  )
  return ['C', 'POSIX'].includes(rows[0]!.datctype)
}

/**
 * Gives a database of ours that was made with C the first type that this system has; answers whether it did. Only with
 * the built-in provider: then nothing that is stored, no index and no constraint, depends on the type. For a superuser who
 * is connected to another database; connections made from now on see it.
 */
export async function mendCharacterType(client: pg.Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_database where datname = $1 and datctype = 'C' and datlocprovider = 'b'`,
    [database],
  )
  if (!rowCount) return false
  for (const type of CHARACTER_TYPES) {
    if (type === 'C' || !(await isKnown(client, type))) continue
    await client.query('update pg_database set datctype = $2 where datname = $1', [database, type])
    return true
  }
  return false
}

/** PostgreSQL asks the system before it takes a setting of this kind. */
const isKnown = (client: pg.Client, type: string) =>
  client.query(`select set_config('lc_monetary', $1, false)`, [type]).then(
    () => true,
    () => false,
  )
