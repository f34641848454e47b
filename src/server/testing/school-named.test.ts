import { expect, test } from 'vitest'
import * as acrossSchools from '../db/across-schools.ts'
import { faultOf } from './school-named.ts'

const OF_SCHOOLS = new Set(['a', 'b'])
const unnamed = (text: string) => faultOf(text, OF_SCHOOLS)

test.each([
  'select from a where school_id = $1',
  'select from a join b on a.school_id = b.school_id where b.school_id = $1::text',
  'select from a left join b on b.school_id = a.school_id where a.school_id = $1',
  'select from schools s join a on a.school_id = s.id where s.id = $1',
  'select from a join b using (school_id, id) where a.school_id = $1 and b.school_id = $1',
  'select from (select a.* from a where school_id = $1 limit 9) n join b on b.school_id = n.school_id',
  'with n as (select school_id from a where school_id = $1) select from n join b on b.school_id = n.school_id',
  'with a as (select 1) select from a',
  'update a set x = n.x from unnest($1::uuid[], $2::text[]) n (id, x) where (a.school_id, a.id) = ($3, n.id)',
  'insert into a (school_id, id) values ($1, $2)',
  'select from users where id = $1',
])('names its school: %s', (text) => {
  expect(unnamed(text)).toBeNull()
})

test.each([
  ['a', 'select from a where id = $1'],
  ['a', 'select from a where school_id = any($1)'],
  ['a', 'select from a where school_id = $1 or id = $2'],
  ['a', 'select from a left join b on a.school_id = b.school_id and a.school_id = $1 where b.school_id = $1'],
  ['b', 'select from a where school_id = $1 union all select from b'],
  ['b', 'select (select count(*) from b) from a where school_id = $1'],
  ['b', 'select from a where school_id = $1 and exists (select from b where b.school_id = a.school_id)'],
  ['b', 'insert into a select * from b'],
  [
    'a',
    'update a set x = n.x from unnest($1::text[], $2::uuid[]) n (s, id) where a.school_id = n.s and a.id = n.id',
  ],
  // A cluster locks and changes nothing where it has to look inside to see whose it is.
  [
    'b',
    'select from a where school_id = $1 and exists (select from b where b.school_id = a.school_id) for update',
  ],
  [
    'a',
    'update a set x = 1 from (select school_id, id from b where school_id = $1) n where a.school_id = n.school_id',
  ],
  ['b', 'delete from a where school_id = $1 and id in (select id from b where b.school_id = a.school_id)'],
])('does not name the school of %s: %s', (table, text) => {
  expect(unnamed(text)).toBe(`names no school for ${table}`)
})

test('what asks all schools says so, and nothing else does', () => {
  const { clock } = acrossSchools
  const said = `/* across schools: the clock */`
  expect(clock.toOperationNode()).toMatchObject({ sqlFragments: [said] })
  expect(unnamed(`select from a ${said}`)).toBeNull()
  expect(unnamed(`select from a where school_id = $1 ${said}`)).toBe(
    'asks no other school, though it says so',
  )
})
