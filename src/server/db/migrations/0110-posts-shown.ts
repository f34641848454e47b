import { type Kysely, sql } from 'kysely'

/**
 * Until when a post's employer is verified stands with the post, kept that of the admission by the foreign key itself (L7). What a
 * post pays is a word too, for each step that it reaches; and all words but those of the texts (`w:`), and of pay, which has a column,
 * stand in the row itself (decision 83).
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table admissions add constraint admissions_verified_until unique (school_id, employer_id, verify_due);
  alter table posts add column verified_until date;
  update posts p set verified_until = ad.verify_due,
    words = p.words || array_to_tsvector(array(
      select p.school_id || ':p:' || step from unnest(array[2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10000, 12000,
        14000, 16000, 18000, 20000, 25000, 30000, 40000, 50000, 70000, 100000, 200000, 500000, 1000000]) step
      where step <= p.pay_from))
  from admissions ad where ad.school_id = p.school_id and ad.employer_id = p.employer_id;

  create function words_at_hand(words tsvector) returns tsvector immutable strict parallel safe language sql as $$
    select array_to_tsvector(array(
      select word from unnest(tsvector_to_array(words)) word where split_part(word, ':', 2) not in ('w', 'p')))
  $$;
  alter table posts
    add column words_at_hand tsvector not null generated always as (words_at_hand(words)) stored,
    alter column verified_until set not null,
    drop constraint posts_of_the_admitted,
    add constraint posts_of_the_verified foreign key (school_id, employer_id, verified_until)
      references admissions (school_id, employer_id, verify_due) on update cascade;

  -- The release before knows nothing of it, and writes posts while it is replaced.
  create function posts_know_until_when() returns trigger language plpgsql as $$
    begin
      new.verified_until := (select verify_due from admissions
        where school_id = new.school_id and employer_id = new.employer_id);
      return new;
    end $$;
  create trigger posts_know_until_when before insert on posts for each row
    when (new.verified_until is null) execute function posts_know_until_when()
`.execute(db)
