/**
 * Why something of the database is not in a school's copy of its data: by it somebody could sign in or act; it is a person's own,
 * who takes it themselves (PIPL art. 45); it is between a student and an employer, or an employer's, and the school does not read it;
 * it follows from what is in the copy; it is a counter of the program; it is the platform's.
 */
export const LEFT_OUT = ['secret', 'personal', 'between', 'derived', 'inner', 'platform'] as const
export type LeftOut = (typeof LEFT_OUT)[number]
